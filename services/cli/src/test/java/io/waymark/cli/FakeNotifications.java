package io.waymark.cli;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.alerting.v1.BounceHandling;
import io.waymark.proto.alerting.v1.Channel;
import io.waymark.proto.alerting.v1.ChannelState;
import io.waymark.proto.alerting.v1.ListChannelsRequest;
import io.waymark.proto.alerting.v1.ListChannelsResponse;
import io.waymark.proto.alerting.v1.ListNotificationsRequest;
import io.waymark.proto.alerting.v1.ListNotificationsResponse;
import io.waymark.proto.alerting.v1.Notification;
import io.waymark.proto.alerting.v1.NotificationOutcome;
import io.waymark.proto.alerting.v1.NotificationServiceGrpc.NotificationServiceImplBase;
import io.waymark.proto.alerting.v1.PreviewMailRequest;
import io.waymark.proto.alerting.v1.PreviewMailResponse;
import io.waymark.proto.alerting.v1.ReportBounceRequest;
import io.waymark.proto.alerting.v1.ReportBounceResponse;
import io.waymark.proto.alerting.v1.ReportedBounce;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A log with three lines, an ear for reports that begin with "From:", and two kinds of mail to look
 * at, one with a chart.
 */
final class FakeNotifications extends NotificationServiceImplBase {
  private static final List<String> KINDS = List.of("opened", "digest");

  final List<ListNotificationsRequest> asked = new CopyOnWriteArrayList<>();
  final List<String> reports = new CopyOnWriteArrayList<>();
  volatile boolean empty;

  @Override
  public void listNotifications(
      ListNotificationsRequest request, StreamObserver<ListNotificationsResponse> reply) {
    asked.add(request);
    ListNotificationsResponse.Builder found = ListNotificationsResponse.newBuilder();
    if (!empty) {
      found
          .addNotifications(
              line(3, "mail", 0, "550 5.1.1 User unknown", "gone@wuhan.example")
                  .setOutcome(NotificationOutcome.NOTIFICATION_OUTCOME_BOUNCED))
          .addNotifications(
              line(2, "duty-group", 2, "HTTP 200, errcode 0 ok", "qyapi.weixin.qq.com")
                  .setOutcome(NotificationOutcome.NOTIFICATION_OUTCOME_ACCEPTED))
          .addNotifications(
              line(1, "mail", 1, "451 4.7.1 greylisted", "transport@wuhan.example")
                  .setOutcome(NotificationOutcome.NOTIFICATION_OUTCOME_PUT_OFF))
          .setNextPageToken("more");
    }
    FakeIndicator.answer(reply, found.build());
  }

  @Override
  public void listChannels(
      ListChannelsRequest request, StreamObserver<ListChannelsResponse> reply) {
    FakeIndicator.answer(
        reply,
        ListChannelsResponse.newBuilder()
            .addChannels(
                Channel.newBuilder()
                    .setName("mail")
                    .setKind("mail")
                    .setDestination("smtp://mail.wuhan.example:25")
                    .setState(ChannelState.CHANNEL_STATE_WORKING)
                    .setLast(
                        line(1, "mail", 1, "250 2.0.0 ok", "transport@wuhan.example")
                            .setOutcome(NotificationOutcome.NOTIFICATION_OUTCOME_ACCEPTED)))
            .addChannels(
                Channel.newBuilder()
                    .setName("duty-group")
                    .setKind("wecom")
                    .setDestination("https://qyapi.weixin.qq.com")
                    .setState(ChannelState.CHANNEL_STATE_AWAY)
                    .setFault("HTTP 200, errcode 93000 invalid webhook url")
                    .addSeverities("critical")
                    .addAllNotices(List.of("opened", "supervision", "summons"))
                    .addAllBureauIds(List.of("transport", "water"))
                    .setLanguage("zh")
                    .setPerMinute(20)
                    .setLast(
                        line(2, "duty-group", 3, "HTTP 200, errcode 93000", "qyapi.weixin.qq.com")
                            .setOutcome(NotificationOutcome.NOTIFICATION_OUTCOME_UNREACHED)))
            .addChannels(
                Channel.newBuilder()
                    .setName("ops")
                    .setKind("webhook")
                    .setDestination("https://ops.example")
                    .setState(ChannelState.CHANNEL_STATE_WORKING)
                    .addAllSeverities(List.of("warning", "critical"))
                    .addAllNotices(
                        List.of("opened", "escalated", "updated", "reminder", "recovered"))
                    .setLanguage("en"))
            .addFaults(
                "WAYMARK_CHANNELS channels.yaml pigeon.kind: pigeon (expected: one of alertmanager,"
                    + " dingtalk, webhook, wecom)")
            .build());
  }

  private static Notification.Builder line(
      long number, String channel, int attempt, String answer, String recipient) {
    return Notification.newBuilder()
        .setNumber(number)
        .setAt(Fixtures.at(Fixtures.NOW))
        .setChannel(channel)
        .setNotificationId("n-" + number)
        .setRecipient(recipient)
        .setBureauId("transport")
        .setSubject("【■滞后·约束性】轨道交通运营里程：预计少 17 公里（达标概率 21%）")
        .setAttempt(attempt)
        .setAnswer(answer);
  }

  @Override
  public void reportBounce(
      ReportBounceRequest request, StreamObserver<ReportBounceResponse> reply) {
    String mail = request.getMessage().toStringUtf8();
    if (!mail.startsWith("From:")) {
      reply.onError(Status.INVALID_ARGUMENT.withDescription("message").asRuntimeException());
      return;
    }
    reports.add(mail);
    FakeIndicator.answer(
        reply,
        ReportBounceResponse.newBuilder()
            .addBounces(
                ReportedBounce.newBuilder()
                    .setRecipient("gone@wuhan.example")
                    .setMailId("m-1")
                    .setHandling(BounceHandling.BOUNCE_HANDLING_NOTED)
                    .setStatus("5.1.1")
                    .setDiagnostic("550 5.1.1 User unknown"))
            .build());
  }

  @Override
  public void previewMail(PreviewMailRequest request, StreamObserver<PreviewMailResponse> reply) {
    String kind = request.getKind().isEmpty() ? "opened" : request.getKind();
    if (!KINDS.contains(kind)) {
      reply.onError(
          Refusing.invalid("kind", kind + " (expected: " + String.join(", ", KINDS) + ")"));
      return;
    }
    boolean zh = request.getLanguage().equals("zh");
    PreviewMailResponse.Builder mail =
        PreviewMailResponse.newBuilder()
            .setSubject((zh ? "【滞后】轨道交通运营里程 " : "Off track: urban rail ") + kind)
            .setText(zh ? "一句话。\n" : "One sentence.\n")
            .setHtml("<p><img src=\"cid:chart@waymark\" alt=\"\"></p>")
            .setEml(ByteString.copyFrom("Subject: x\r\n\r\n", StandardCharsets.US_ASCII))
            .addAllKinds(KINDS)
            .addTemplateFaults("digest.html:3: no such field");
    if (kind.equals("opened")) {
      mail.setChart(ByteString.copyFrom(new byte[] {1, 2, 3}));
    }
    FakeIndicator.answer(reply, mail.build());
  }
}
