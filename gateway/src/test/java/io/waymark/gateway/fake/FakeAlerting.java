package io.waymark.gateway.fake;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.DeliveryStatus;
import io.waymark.proto.alerting.v1.GetMailRequest;
import io.waymark.proto.alerting.v1.GetMailResponse;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListAlertsResponse;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.ListMailsResponse;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.alerting.v1.Severity;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import java.util.Comparator;
import java.util.List;

/**
 * The alerting service of the made-up city: one alert and one mail for each of the first off-track
 * subjects.
 */
final class FakeAlerting extends AlertingServiceGrpc.AlertingServiceImplBase {
  private static final Timestamp AT = Timestamps.fromMillis(1814317203000L);
  private final List<Judgement> offTrack;

  FakeAlerting(List<Judgement> judgements) {
    this.offTrack =
        judgements.stream()
            .filter(one -> one.getLights().getOverall() == Light.LIGHT_OFF_TRACK)
            .sorted(
                Comparator.comparing(one -> !one.getIndicatorId().equals("rail-transit-length")))
            .limit(24)
            .toList();
  }

  @Override
  public void listAlerts(ListAlertsRequest request, StreamObserver<ListAlertsResponse> reply) {
    ListAlertsResponse.Builder list = ListAlertsResponse.newBuilder();
    offTrack.stream()
        .filter(one ->
            request.getSubjectId().isEmpty() || one.getSubjectId().equals(request.getSubjectId()))
        .forEach(one -> list.addAlerts(alert(one)));
    answer(reply, list.build());
  }

  private static Alert alert(Judgement one) {
    return Alert.newBuilder()
        .setAlertId("a-" + one.getSubjectId())
        .setKind(one.getKind())
        .setPlanId(one.getPlanId())
        .setSubjectId(one.getSubjectId())
        .setSubjectName(one.getSubjectName())
        .setLeadBureauId(one.getLeadBureauId())
        .setStatus(AlertStatus.ALERT_STATUS_OPEN)
        .setSeverity(Severity.SEVERITY_CRITICAL)
        .setOpenedAt(AT)
        .setSentence(one.getSentence())
        .setSimulated(true)
        .setVersion(1)
        .build();
  }

  @Override
  public void listMails(ListMailsRequest request, StreamObserver<ListMailsResponse> reply) {
    ListMailsResponse.Builder list = ListMailsResponse.newBuilder();
    offTrack.stream()
        .filter(one ->
            request.getAlertId().isEmpty()
                || request.getAlertId().equals("a-" + one.getSubjectId()))
        .forEach(one -> list.addMails(mail(one)));
    answer(reply, list.build());
  }

  @Override
  public void getMail(GetMailRequest request, StreamObserver<GetMailResponse> reply) {
    Judgement judgement =
        offTrack.stream()
            .filter(one -> request.getMailId().equals("m-" + one.getSubjectId()))
            .findFirst()
            .orElseThrow(() ->
                Refusals.of(
                    Code.NOT_FOUND,
                    "MAIL_NOT_FOUND",
                    "mail " + request.getMailId() + " does not exist"));
    String sentence = judgement.getSentence().getZh();
    Mail mail =
        mail(judgement).toBuilder()
            .setText("【模拟数据】\n\n" + sentence + "\n\n请于 3 个工作日内说明原因并填报整改计划。\n")
            .setHtml(
                "<html><body style='font-family:sans-serif;max-width:36em'><p style='color:#57606a'>模拟数据</p><h2 style='color:#a40e26'>■ 滞后</h2><p>"
                    + sentence
                    + "</p><p><script>document.title='broken out'</script>请于 3 个工作日内说明原因并填报整改计划。</p></body></html>")
            .build();
    answer(reply, GetMailResponse.newBuilder().setMail(mail).build());
  }

  private static Mail mail(Judgement one) {
    return Mail.newBuilder()
        .setMailId("m-" + one.getSubjectId())
        .setMessageId("<" + one.getSubjectId() + "@waymark.example>")
        .setAlertId("a-" + one.getSubjectId())
        .setBureauId(one.getLeadBureauId())
        .setRecipient(one.getLeadBureauId() + "@wuhan.example")
        .setSubject("【滞后】" + one.getSubjectName().getZh() + "：落后于序时进度")
        .setStatus(DeliveryStatus.DELIVERY_STATUS_SENT)
        .setAttempts(1)
        .setLastAnswer("250 OK")
        .setCreatedAt(AT)
        .setSentAt(AT)
        .build();
  }

  private static <T> void answer(StreamObserver<T> reply, T value) {
    reply.onNext(value);
    reply.onCompleted();
  }
}
