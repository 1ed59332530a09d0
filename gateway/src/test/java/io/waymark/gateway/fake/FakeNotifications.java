package io.waymark.gateway.fake;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.MailLink;
import io.waymark.proto.alerting.v1.MailLinkAction;
import io.waymark.proto.alerting.v1.MailLinkState;
import io.waymark.proto.alerting.v1.NotificationServiceGrpc;
import io.waymark.proto.alerting.v1.OpenMailLinkRequest;
import io.waymark.proto.alerting.v1.OpenMailLinkResponse;
import io.waymark.proto.alerting.v1.PreviewMailRequest;
import io.waymark.proto.alerting.v1.PreviewMailResponse;
import io.waymark.proto.alerting.v1.UseMailLinkRequest;
import io.waymark.proto.alerting.v1.UseMailLinkResponse;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Links named by what they are, for example "plan.zh" or "expired.zh". */
public final class FakeNotifications extends NotificationServiceGrpc.NotificationServiceImplBase {
  private static final Map<String, String> USED = new ConcurrentHashMap<>();

  FakeNotifications() {}

  /** What was said when a link was used; null if it was not. */
  public static @org.jspecify.annotations.Nullable String said(String token) {
    return USED.get(token);
  }

  @Override
  public void openMailLink(
      OpenMailLinkRequest request, StreamObserver<OpenMailLinkResponse> reply) {
    reply.onNext(OpenMailLinkResponse.newBuilder().setLink(link(request.getToken())).build());
    reply.onCompleted();
  }

  @Override
  public void useMailLink(UseMailLinkRequest request, StreamObserver<UseMailLinkResponse> reply) {
    boolean plan = request.getToken().startsWith("plan");
    if (plan && (request.getBy().isEmpty() || request.getComment().isEmpty())) {
      reply.onError(Status.INVALID_ARGUMENT.asRuntimeException());
      return;
    }
    USED.put(request.getToken(), request.getComment() + request.getBy());
    reply.onNext(UseMailLinkResponse.newBuilder().setLink(link(request.getToken())).build());
    reply.onCompleted();
  }

  @Override
  public void previewMail(PreviewMailRequest request, StreamObserver<PreviewMailResponse> reply) {
    List<String> kinds = List.of("opened", "supervision", "digest");
    String kind = request.getKind().isEmpty() ? "opened" : request.getKind();
    if (!kinds.contains(kind)) {
      reply.onError(Status.INVALID_ARGUMENT.asRuntimeException());
      return;
    }
    reply.onNext(
        PreviewMailResponse.newBuilder()
            .setSubject(kind)
            .setText(kind)
            .setHtml(
                "<h2>"
                    + kind
                    + " "
                    + request.getLanguage()
                    + "</h2><img src=\"cid:chart@waymark\">")
            .setChart(ByteString.copyFromUtf8("png"))
            .addAllKinds(kinds)
            .build());
    reply.onCompleted();
  }

  private static MailLink link(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 2) {
      return MailLink.newBuilder().setState(MailLinkState.MAIL_LINK_STATE_UNKNOWN).build();
    }
    boolean digests = parts[0].equals("unsubscribe");
    MailLink.Builder link =
        MailLink.newBuilder()
            .setState(
                USED.containsKey(token)
                    ? MailLinkState.MAIL_LINK_STATE_USED
                    : parts[0].equals("expired")
                        ? MailLinkState.MAIL_LINK_STATE_EXPIRED
                        : MailLinkState.MAIL_LINK_STATE_READY)
            .setAction(
                digests
                    ? MailLinkAction.MAIL_LINK_ACTION_UNSUBSCRIBE
                    : parts[0].equals("plan")
                        ? MailLinkAction.MAIL_LINK_ACTION_PLAN
                        : MailLinkAction.MAIL_LINK_ACTION_ACKNOWLEDGE)
            .setRecipient("water@wuhan.example")
            .setLanguage(parts[1])
            .setUsedAt(Timestamp.newBuilder().setSeconds(1814317203L))
            .setExpires(Timestamp.newBuilder().setSeconds(1819317203L));
    if (!digests) {
      link.setAlert(
          Alert.newBuilder()
              .setSimulated(true)
              .setSubjectName(
                  LocalizedText.newBuilder()
                      .setZh("杨泗港泵站<script>alert(1)</script>")
                      .setEn("Yangsigang pumping station"))
              .setSentence(
                  LocalizedText.newBuilder().setZh("杨泗港泵站完成 38%。").setEn("It is 38% complete.")));
    }
    return link.build();
  }
}
