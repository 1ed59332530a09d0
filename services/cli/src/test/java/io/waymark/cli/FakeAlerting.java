package io.waymark.cli;

import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertCare;
import io.waymark.proto.alerting.v1.AlertConcern;
import io.waymark.proto.alerting.v1.AlertPreview;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc.AlertingServiceImplBase;
import io.waymark.proto.alerting.v1.AssignAlertRequest;
import io.waymark.proto.alerting.v1.AssignAlertResponse;
import io.waymark.proto.alerting.v1.CommentAlertRequest;
import io.waymark.proto.alerting.v1.CommentAlertResponse;
import io.waymark.proto.alerting.v1.CreateSilenceRequest;
import io.waymark.proto.alerting.v1.CreateSilenceResponse;
import io.waymark.proto.alerting.v1.DeliveryStatus;
import io.waymark.proto.alerting.v1.DigestRhythm;
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
import io.waymark.proto.alerting.v1.MailPreview;
import io.waymark.proto.alerting.v1.PlanActionRequest;
import io.waymark.proto.alerting.v1.PlanActionResponse;
import io.waymark.proto.alerting.v1.Preference;
import io.waymark.proto.alerting.v1.PreviewAlertsRequest;
import io.waymark.proto.alerting.v1.PreviewAlertsResponse;
import io.waymark.proto.alerting.v1.ResolveAlertRequest;
import io.waymark.proto.alerting.v1.ResolveAlertResponse;
import io.waymark.proto.alerting.v1.SetPreferenceRequest;
import io.waymark.proto.alerting.v1.SetPreferenceResponse;
import io.waymark.proto.alerting.v1.Severity;
import io.waymark.proto.alerting.v1.Silence;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.type.v1.Actor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An alerting service with one alert and whatever mails a test writes. */
final class FakeAlerting extends AlertingServiceImplBase {
  final List<Mail> mails = new CopyOnWriteArrayList<>();
  final List<AcknowledgeAlertRequest> acknowledged = new CopyOnWriteArrayList<>();
  final List<PreviewAlertsRequest> previewed = new CopyOnWriteArrayList<>();
  final List<Message> asked = new CopyOnWriteArrayList<>();
  final List<Silence> silences = new CopyOnWriteArrayList<>();
  volatile AlertStatus status = AlertStatus.ALERT_STATUS_OPEN;
  final Alert alert =
      Alert.newBuilder()
          .setAlertId("a-1")
          .setKind(SubjectKind.SUBJECT_KIND_TARGET)
          .setPlanId("wuhan-15")
          .setSubjectId(Fixtures.RAIL)
          .setSubjectName(Fixtures.rail().getSubjectName())
          .setLeadBureauId("transport")
          .setStatus(AlertStatus.ALERT_STATUS_OPEN)
          .setSeverity(Severity.SEVERITY_CRITICAL)
          .setOpenedAt(Fixtures.at(Fixtures.NOW))
          .setSentence(Fixtures.rail().getSentence())
          .setSimulated(true)
          .setPreviousAlertId("a-0")
          .setCare(
              AlertCare.newBuilder()
                  .setConcern(AlertConcern.ALERT_CONCERN_PROGRESS)
                  .setBinding(true)
                  .setAssignee("王芳"))
          .build();

  void write(String id, String recipient, String subject) {
    mails.addFirst(
        Mail.newBuilder()
            .setMailId(id)
            .setMessageId("<" + id + "@waymark>")
            .setAlertId("a-1")
            .setBureauId("transport")
            .setRecipient(recipient)
            .setSubject(subject)
            .setStatus(DeliveryStatus.DELIVERY_STATUS_SENT)
            .setCreatedAt(Fixtures.at(Fixtures.NOW.plusMillis(300)))
            .setText("一句话。\n")
            .setHtml("<p>一句话。</p>")
            .build());
  }

  @Override
  public void listAlerts(ListAlertsRequest request, StreamObserver<ListAlertsResponse> reply) {
    ListAlertsResponse.Builder found = ListAlertsResponse.newBuilder();
    boolean subject =
        request.getSubjectId().isEmpty() || request.getSubjectId().equals(alert.getSubjectId());
    boolean bureau =
        request.getBureauId().isEmpty() || request.getBureauId().equals(alert.getLeadBureauId());
    boolean concern =
        request.getConcern() == AlertConcern.ALERT_CONCERN_UNSPECIFIED
            || request.getConcern() == alert.getCare().getConcern();
    boolean assignee =
        request.getAssignee().isEmpty()
            || request.getAssignee().equals(alert.getCare().getAssignee());
    if (subject && bureau && concern && assignee) {
      found.addAlerts(alert.toBuilder().setStatus(status));
    }
    FakeIndicator.answer(reply, found.build());
  }

  @Override
  public void getAlert(GetAlertRequest request, StreamObserver<GetAlertResponse> reply) {
    FakeIndicator.answer(
        reply, GetAlertResponse.newBuilder().setAlert(AlertStory.of(alert)).build());
  }

  @Override
  public void acknowledgeAlert(
      AcknowledgeAlertRequest request, StreamObserver<AcknowledgeAlertResponse> reply) {
    acknowledged.add(request);
    FakeIndicator.answer(reply, AcknowledgeAlertResponse.newBuilder().setAlert(alert).build());
  }

  private static Actor li() {
    return Actor.newBuilder().setName("li.wei").setBureauId("transport").build();
  }

  @Override
  public void planAction(PlanActionRequest request, StreamObserver<PlanActionResponse> reply) {
    if (request.getBy().equals("soon")) {
      reply.onError(Refusing.invalid("by", "soon (expected: a day such as 2027-06-30)"));
      return;
    }
    asked.add(request);
    FakeIndicator.answer(reply, PlanActionResponse.newBuilder().setAlert(alert).build());
  }

  @Override
  public void assignAlert(AssignAlertRequest request, StreamObserver<AssignAlertResponse> reply) {
    asked.add(request);
    FakeIndicator.answer(reply, AssignAlertResponse.newBuilder().setAlert(alert).build());
  }

  @Override
  public void commentAlert(
      CommentAlertRequest request, StreamObserver<CommentAlertResponse> reply) {
    asked.add(request);
    FakeIndicator.answer(reply, CommentAlertResponse.newBuilder().setAlert(alert).build());
  }

  /** A binding target: the first call only proposes. */
  @Override
  public void resolveAlert(
      ResolveAlertRequest request, StreamObserver<ResolveAlertResponse> reply) {
    asked.add(request);
    FakeIndicator.answer(reply, ResolveAlertResponse.newBuilder().setAlert(alert).build());
  }

  @Override
  public void createSilence(
      CreateSilenceRequest request, StreamObserver<CreateSilenceResponse> reply) {
    asked.add(request);
    Silence silence =
        Silence.newBuilder()
            .setSilenceId("silence-1")
            .setMatcher(request.getMatcher())
            .setReason(request.getReason())
            .setActor(li())
            .setFrom(Fixtures.at(Fixtures.NOW))
            .setUntil(Fixtures.at(Fixtures.NOW.plus(Duration.ofDays(20))))
            .build();
    silences.add(silence);
    FakeIndicator.answer(reply, CreateSilenceResponse.newBuilder().setSilence(silence).build());
  }

  @Override
  public void endSilence(EndSilenceRequest request, StreamObserver<EndSilenceResponse> reply) {
    Silence ended = silences.removeFirst().toBuilder().setEndedBy(li()).build();
    FakeIndicator.answer(reply, EndSilenceResponse.newBuilder().setSilence(ended).build());
  }

  @Override
  public void listSilences(
      ListSilencesRequest request, StreamObserver<ListSilencesResponse> reply) {
    FakeIndicator.answer(reply, ListSilencesResponse.newBuilder().addAllSilences(silences).build());
  }

  @Override
  public void listPreferences(
      ListPreferencesRequest request, StreamObserver<ListPreferencesResponse> reply) {
    FakeIndicator.answer(
        reply,
        ListPreferencesResponse.newBuilder()
            .addPreferences(
                Preference.newBuilder()
                    .setAddress("li@wuhan.example")
                    .setImmediateFrom(Severity.SEVERITY_WARNING)
                    .setDigest(DigestRhythm.DIGEST_RHYTHM_MONTHLY))
            .addPreferences(
                Preference.newBuilder()
                    .setAddress("wang@wuhan.example")
                    .setDigest(DigestRhythm.DIGEST_RHYTHM_DAILY)
                    .setQuietFrom("21:00")
                    .setQuietTo("07:30"))
            .build());
  }

  @Override
  public void setPreference(
      SetPreferenceRequest request, StreamObserver<SetPreferenceResponse> reply) {
    asked.add(request);
    FakeIndicator.answer(
        reply,
        SetPreferenceResponse.newBuilder()
            .setPreference(
                Preference.newBuilder()
                    .setAddress(request.getAddress())
                    .setImmediateFrom(request.getImmediateFrom())
                    .setDigest(request.getDigest())
                    .setQuietFrom(request.getQuietFrom())
                    .setQuietTo(request.getQuietTo()))
            .build());
  }

  @Override
  public void getDigest(GetDigestRequest request, StreamObserver<GetDigestResponse> reply) {
    GetDigestResponse.Builder digest = GetDigestResponse.newBuilder();
    if (request.getBureauId().equals("transport")) {
      digest.setMail(Mail.newBuilder().setSubject("【汇总】1 项预警").setText("轨道交通运营里程。\n"));
    }
    FakeIndicator.answer(reply, digest.build());
  }

  @Override
  public void previewAlerts(
      PreviewAlertsRequest request, StreamObserver<PreviewAlertsResponse> reply) {
    previewed.add(request);
    FakeIndicator.answer(
        reply,
        PreviewAlertsResponse.newBuilder()
            .addAlerts(
                AlertPreview.newBuilder()
                    .setSubjectId(Fixtures.RAIL)
                    .addActions("escalated")
                    .addMails(
                        MailPreview.newBuilder()
                            .setBureauId("transport")
                            .setRecipient("transport@wuhan.example")
                            .setSubject("【■滞后·约束性】轨道交通运营里程：预计少 30 公里")))
            .build());
  }

  @Override
  public void listMails(ListMailsRequest request, StreamObserver<ListMailsResponse> reply) {
    FakeIndicator.answer(
        reply,
        ListMailsResponse.newBuilder()
            .addAllMails(
                mails.stream()
                    .limit(request.getPageSize() == 0 ? 100 : request.getPageSize())
                    .map(mail -> mail.toBuilder().clearText().clearHtml().build())
                    .toList())
            .build());
  }

  @Override
  public void getMail(GetMailRequest request, StreamObserver<GetMailResponse> reply) {
    mails.stream()
        .filter(mail -> mail.getMailId().equals(request.getMailId()))
        .findFirst()
        .ifPresentOrElse(
            mail -> FakeIndicator.answer(reply, GetMailResponse.newBuilder().setMail(mail).build()),
            () ->
                reply.onError(
                    Refusing.with(
                        Status.Code.NOT_FOUND,
                        "NOT_FOUND",
                        "mail " + request.getMailId() + " not found")));
  }
}
