package io.waymark.alerting.grpc;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.MailLinks;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Picture;
import io.waymark.alerting.domain.SampleMails;
import io.waymark.alerting.wire.LinkWire;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.proto.alerting.v1.NotificationServiceGrpc;
import io.waymark.proto.alerting.v1.OpenMailLinkRequest;
import io.waymark.proto.alerting.v1.OpenMailLinkResponse;
import io.waymark.proto.alerting.v1.PreviewMailRequest;
import io.waymark.proto.alerting.v1.PreviewMailResponse;
import io.waymark.proto.alerting.v1.UseMailLinkRequest;
import io.waymark.proto.alerting.v1.UseMailLinkResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links of mails, and mails to look at. */
public final class NotificationGrpcService
    extends NotificationServiceGrpc.NotificationServiceImplBase {
  private final MailLinks links;
  private final SampleMails samples;

  public NotificationGrpcService(MailLinks links, SampleMails samples) {
    this.links = links;
    this.samples = samples;
  }

  @Override
  public void openMailLink(
      OpenMailLinkRequest request, StreamObserver<OpenMailLinkResponse> reply) {
    MailLinks.View view = links.open(request.getToken());
    reply.onNext(OpenMailLinkResponse.newBuilder().setLink(LinkWire.link(view)).build());
    reply.onCompleted();
  }

  @Override
  public void useMailLink(UseMailLinkRequest request, StreamObserver<UseMailLinkResponse> reply) {
    MailLinks.View view = links.use(request.getToken(), request.getComment(), day(request.getBy()));
    reply.onNext(UseMailLinkResponse.newBuilder().setLink(LinkWire.link(view)).build());
    reply.onCompleted();
  }

  @Override
  public void previewMail(PreviewMailRequest request, StreamObserver<PreviewMailResponse> reply) {
    String kind = request.getKind().isEmpty() ? "opened" : request.getKind();
    OutgoingMail mail =
        samples
            .sample(kind, Language.of(request.getLanguage()))
            .orElseThrow(() ->
                Failure.invalid(
                    List.of(new Violation("kind", kind, String.join(", ", samples.kinds())))));
    Picture picture = mail.picture();
    reply.onNext(
        PreviewMailResponse.newBuilder()
            .setSubject(mail.subject())
            .setText(mail.text())
            .setHtml(mail.html())
            .setChart(picture == null ? ByteString.EMPTY : ByteString.copyFrom(picture.png()))
            .addAllKinds(samples.kinds())
            .addAllTemplateFaults(samples.templateFaults())
            .build());
    reply.onCompleted();
  }

  private static @Nullable LocalDate day(String iso) {
    try {
      return iso.isEmpty() ? null : LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw Failure.invalid(List.of(new Violation("by", iso, "an ISO date such as 2027-09-30")));
    }
  }
}
