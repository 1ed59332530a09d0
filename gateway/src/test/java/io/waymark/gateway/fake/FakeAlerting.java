package io.waymark.gateway.fake;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.AssignAlertRequest;
import io.waymark.proto.alerting.v1.AssignAlertResponse;
import io.waymark.proto.alerting.v1.CreateSilenceRequest;
import io.waymark.proto.alerting.v1.CreateSilenceResponse;
import io.waymark.proto.alerting.v1.DeliveryStatus;
import io.waymark.proto.alerting.v1.EndSilenceRequest;
import io.waymark.proto.alerting.v1.EndSilenceResponse;
import io.waymark.proto.alerting.v1.GetAlertRequest;
import io.waymark.proto.alerting.v1.GetAlertResponse;
import io.waymark.proto.alerting.v1.GetDigestRequest;
import io.waymark.proto.alerting.v1.GetDigestResponse;
import io.waymark.proto.alerting.v1.GetMailRequest;
import io.waymark.proto.alerting.v1.GetMailResponse;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListAlertsResponse;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.ListMailsResponse;
import io.waymark.proto.alerting.v1.ListPreferencesRequest;
import io.waymark.proto.alerting.v1.ListPreferencesResponse;
import io.waymark.proto.alerting.v1.ListSilencesRequest;
import io.waymark.proto.alerting.v1.ListSilencesResponse;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.alerting.v1.SetPreferenceRequest;
import io.waymark.proto.alerting.v1.SetPreferenceResponse;
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
  private final FakeHands hands;

  FakeAlerting(List<Judgement> judgements) {
    this.offTrack =
        judgements.stream()
            .filter(one -> one.getLights().getOverall() == Light.LIGHT_OFF_TRACK)
            .sorted(
                Comparator.comparing(one -> !one.getIndicatorId().equals("rail-transit-length")))
            .limit(24)
            .toList();
    this.hands = new FakeHands(offTrack.stream().map(FakeAlerting::alert).toList());
  }

  @Override
  public void listAlerts(ListAlertsRequest request, StreamObserver<ListAlertsResponse> reply) {
    answer(reply, hands.list(request));
  }

  @Override
  public void getAlert(GetAlertRequest request, StreamObserver<GetAlertResponse> reply) {
    answer(
        reply, GetAlertResponse.newBuilder().setAlert(hands.whole(request.getAlertId())).build());
  }

  @Override
  public void acknowledgeAlert(
      AcknowledgeAlertRequest request, StreamObserver<AcknowledgeAlertResponse> reply) {
    Alert after =
        hands.step(
            request.getAlertId(),
            "acknowledged",
            AlertStatus.ALERT_STATUS_ACKNOWLEDGED,
            request.getComment());
    answer(reply, AcknowledgeAlertResponse.newBuilder().setAlert(after).build());
  }

  @Override
  public void assignAlert(AssignAlertRequest request, StreamObserver<AssignAlertResponse> reply) {
    Alert after = hands.assign(request.getAlertId(), request.getAssignee());
    answer(reply, AssignAlertResponse.newBuilder().setAlert(after).build());
  }

  @Override
  public void createSilence(
      CreateSilenceRequest request, StreamObserver<CreateSilenceResponse> reply) {
    answer(reply, CreateSilenceResponse.newBuilder().setSilence(hands.silence(request)).build());
  }

  @Override
  public void endSilence(EndSilenceRequest request, StreamObserver<EndSilenceResponse> reply) {
    answer(
        reply,
        EndSilenceResponse.newBuilder().setSilence(hands.end(request.getSilenceId())).build());
  }

  @Override
  public void listSilences(
      ListSilencesRequest request, StreamObserver<ListSilencesResponse> reply) {
    answer(reply, ListSilencesResponse.newBuilder().addAllSilences(hands.silences()).build());
  }

  @Override
  public void listPreferences(
      ListPreferencesRequest request, StreamObserver<ListPreferencesResponse> reply) {
    answer(
        reply,
        ListPreferencesResponse.newBuilder()
            .addAllPreferences(hands.preferences(request.getBureauId()))
            .build());
  }

  @Override
  public void setPreference(
      SetPreferenceRequest request, StreamObserver<SetPreferenceResponse> reply) {
    answer(reply, SetPreferenceResponse.newBuilder().setPreference(hands.prefer(request)).build());
  }

  @Override
  public void getDigest(GetDigestRequest request, StreamObserver<GetDigestResponse> reply) {
    answer(
        reply,
        GetDigestResponse.newBuilder()
            .setMail(
                mail(offTrack.getFirst()).toBuilder()
                    .setSubject("【预警周报】2027-07-05：新增 3 项，未解决 21 项，恢复 2 项")
                    .setText("未解决 21 项。\n")
                    .setHtml(
                        "<p style='color:#a40e26'>" + request.getBureauId() + "：未解决 21 项。</p>"))
            .build());
  }

  static Alert alert(Judgement one) {
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
