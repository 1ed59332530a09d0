package io.waymark.cli;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertPreview;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.AlertTransition;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc.AlertingServiceImplBase;
import io.waymark.proto.alerting.v1.DeliveryStatus;
import io.waymark.proto.alerting.v1.GetAlertRequest;
import io.waymark.proto.alerting.v1.GetAlertResponse;
import io.waymark.proto.alerting.v1.GetMailRequest;
import io.waymark.proto.alerting.v1.GetMailResponse;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListAlertsResponse;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.ListMailsResponse;
import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.alerting.v1.MailPreview;
import io.waymark.proto.alerting.v1.PreviewAlertsRequest;
import io.waymark.proto.alerting.v1.PreviewAlertsResponse;
import io.waymark.proto.alerting.v1.Severity;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An alerting service with one alert and whatever mails a test writes. */
final class FakeAlerting extends AlertingServiceImplBase {
  final List<Mail> mails = new CopyOnWriteArrayList<>();
  final List<AcknowledgeAlertRequest> acknowledged = new CopyOnWriteArrayList<>();
  final List<PreviewAlertsRequest> previewed = new CopyOnWriteArrayList<>();
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
    if (subject && bureau) {
      found.addAlerts(alert.toBuilder().setStatus(status));
    }
    FakeIndicator.answer(reply, found.build());
  }

  @Override
  public void getAlert(GetAlertRequest request, StreamObserver<GetAlertResponse> reply) {
    FakeIndicator.answer(
        reply,
        GetAlertResponse.newBuilder()
            .setAlert(
                alert.toBuilder()
                    .addHistory(
                        AlertTransition.newBuilder()
                            .setAction("opened")
                            .setStatus(AlertStatus.ALERT_STATUS_OPEN)
                            .setAt(alert.getOpenedAt()))
                    .addHistory(
                        AlertTransition.newBuilder()
                            .setAction("acknowledged")
                            .setStatus(AlertStatus.ALERT_STATUS_ACKNOWLEDGED)
                            .setAt(Fixtures.at(Fixtures.NOW.plusSeconds(3600)))))
            .build());
  }

  @Override
  public void acknowledgeAlert(
      AcknowledgeAlertRequest request, StreamObserver<AcknowledgeAlertResponse> reply) {
    acknowledged.add(request);
    FakeIndicator.answer(reply, AcknowledgeAlertResponse.newBuilder().setAlert(alert).build());
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
