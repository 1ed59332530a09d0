package io.waymark.alerting.grpc;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.BounceIntake;
import io.waymark.alerting.domain.ChannelDirectory;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.MailBytes;
import io.waymark.alerting.domain.MailLinks;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.NotificationLog;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Picture;
import io.waymark.alerting.domain.SampleMails;
import io.waymark.alerting.wire.ChannelWire;
import io.waymark.alerting.wire.LinkWire;
import io.waymark.alerting.wire.NotificationWire;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.alerting.v1.ListChannelsRequest;
import io.waymark.proto.alerting.v1.ListChannelsResponse;
import io.waymark.proto.alerting.v1.ListNotificationsRequest;
import io.waymark.proto.alerting.v1.ListNotificationsResponse;
import io.waymark.proto.alerting.v1.NotificationServiceGrpc;
import io.waymark.proto.alerting.v1.OpenMailLinkRequest;
import io.waymark.proto.alerting.v1.OpenMailLinkResponse;
import io.waymark.proto.alerting.v1.PreviewMailRequest;
import io.waymark.proto.alerting.v1.PreviewMailResponse;
import io.waymark.proto.alerting.v1.ReportBounceRequest;
import io.waymark.proto.alerting.v1.ReportBounceResponse;
import io.waymark.proto.alerting.v1.UseMailLinkRequest;
import io.waymark.proto.alerting.v1.UseMailLinkResponse;
import io.waymark.refusals.Expected;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links of mails, mails to look at, the log of what was told, and what came back. */
public final class NotificationGrpcService
    extends NotificationServiceGrpc.NotificationServiceImplBase {
  private static final int USUAL_LINES = 100;
  private static final int MOST_LINES = 1000;
  private static final Page NEWEST = new Page(1, null);

  private final MailLinks links;
  private final SampleMails samples;
  private final MailBytes bytes;
  private final NotificationLog log;
  private final BounceIntake bounces;
  private final ChannelDirectory channels;

  public NotificationGrpcService(
      MailLinks links,
      SampleMails samples,
      MailBytes bytes,
      NotificationLog log,
      BounceIntake bounces,
      ChannelDirectory channels) {
    this.links = links;
    this.samples = samples;
    this.bytes = bytes;
    this.log = log;
    this.bounces = bounces;
    this.channels = channels;
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
                    List.of(
                        new Violation(
                            "kind",
                            kind,
                            Expected.ONE_OF.with(String.join(", ", samples.kinds()))))));
    Picture picture = mail.picture();
    reply.onNext(
        PreviewMailResponse.newBuilder()
            .setSubject(mail.subject())
            .setText(mail.text())
            .setHtml(mail.html())
            .setChart(picture == null ? ByteString.EMPTY : ByteString.copyFrom(picture.png()))
            .setEml(ByteString.copyFrom(bytes.of(mail)))
            .addAllKinds(samples.kinds())
            .addAllTemplateFaults(samples.templateFaults())
            .build());
    reply.onCompleted();
  }

  @Override
  public void listNotifications(
      ListNotificationsRequest request, StreamObserver<ListNotificationsResponse> reply) {
    List<Violation> violations = new ArrayList<>();
    NotificationLog.Filter filter = LogRequests.filter(request, violations);
    Page page =
        PageTokens.page(
            request.getPageSize(), request.getPageToken(), USUAL_LINES, MOST_LINES, violations);
    PageTokens.number(page, request.getPageToken(), violations);
    Requests.refuse(violations);
    List<Notification> lines = log.list(filter, page);
    ListNotificationsResponse.Builder response = ListNotificationsResponse.newBuilder();
    lines.forEach(line -> response.addNotifications(NotificationWire.line(line)));
    if (lines.size() == page.size()) {
      Notification last = lines.getLast();
      response.setNextPageToken(PageTokens.token(last.at(), Long.toString(last.number())));
    }
    reply.onNext(response.build());
    reply.onCompleted();
  }

  @Override
  public void listChannels(
      ListChannelsRequest request, StreamObserver<ListChannelsResponse> reply) {
    ListChannelsResponse.Builder response =
        ListChannelsResponse.newBuilder().addAllFaults(channels.faults());
    for (ChannelDirectory.Card card : channels.cards()) {
      List<Notification> newest = log.list(NotificationLog.Filter.of(card.name()), NEWEST);
      response.addChannels(ChannelWire.channel(card, newest.isEmpty() ? null : newest.getFirst()));
    }
    reply.onNext(response.build());
    reply.onCompleted();
  }

  @Override
  public void reportBounce(
      ReportBounceRequest request, StreamObserver<ReportBounceResponse> reply) {
    Caller caller = Caller.current();
    if (!caller.has(Caller.POSTMASTER)) {
      caller.mustBePlanOffice();
    }
    ReportBounceResponse.Builder response = ReportBounceResponse.newBuilder();
    bounces
        .take(request.getMessage().toByteArray())
        .forEach(receipt -> response.addBounces(NotificationWire.bounce(receipt)));
    reply.onNext(response.build());
    reply.onCompleted();
  }

  private static @Nullable LocalDate day(String iso) {
    try {
      return iso.isEmpty() ? null : LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw Failure.invalid(List.of(new Violation("by", iso, Expected.SOME_DATE.with())));
    }
  }
}
