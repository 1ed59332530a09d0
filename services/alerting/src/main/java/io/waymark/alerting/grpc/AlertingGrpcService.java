package io.waymark.alerting.grpc;

import io.grpc.stub.StreamObserver;
import io.waymark.alerting.domain.Acknowledgements;
import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertArchive;
import io.waymark.alerting.domain.AlertArchive.AlertFilter;
import io.waymark.alerting.domain.AlertArchive.MailFilter;
import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.Previews;
import io.waymark.alerting.domain.StoredMail;
import io.waymark.alerting.wire.AlertWire;
import io.waymark.alerting.wire.MailWire;
import io.waymark.alerting.wire.PreviewWire;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.GetAlertRequest;
import io.waymark.proto.alerting.v1.GetAlertResponse;
import io.waymark.proto.alerting.v1.GetMailRequest;
import io.waymark.proto.alerting.v1.GetMailResponse;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.proto.alerting.v1.ListAlertsResponse;
import io.waymark.proto.alerting.v1.ListMailsRequest;
import io.waymark.proto.alerting.v1.ListMailsResponse;
import io.waymark.proto.alerting.v1.PreviewAlertsRequest;
import io.waymark.proto.alerting.v1.PreviewAlertsResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Translates calls. */
public final class AlertingGrpcService extends AlertingServiceGrpc.AlertingServiceImplBase {
  private static final int USUAL_ALERTS = 500;
  private static final int MOST_ALERTS = 5000;
  private static final int USUAL_MAILS = 100;
  private static final int MOST_MAILS = 1000;

  private final AlertArchive archive;
  private final Acknowledgements acknowledgements;
  private final Previews previews;
  private final Clock clock;

  public AlertingGrpcService(
      AlertArchive archive, Acknowledgements acknowledgements, Previews previews, Clock clock) {
    this.archive = archive;
    this.acknowledgements = acknowledgements;
    this.previews = previews;
    this.clock = clock;
  }

  @Override
  public void previewAlerts(
      PreviewAlertsRequest request, StreamObserver<PreviewAlertsResponse> reply) {
    Instant now = clock.instant();
    List<SubjectJudged> batch =
        Requests.verdicts(request).stream()
            .map(verdict -> new SubjectJudged(verdict, verdict.causeEventId(), now))
            .toList();
    answer(reply, PreviewWire.response(previews.preview(batch)));
  }

  @Override
  public void listAlerts(ListAlertsRequest request, StreamObserver<ListAlertsResponse> reply) {
    List<Violation> violations = new ArrayList<>();
    AlertFilter filter = Requests.alerts(request, violations);
    Page page =
        PageTokens.page(
            request.getPageSize(), request.getPageToken(), USUAL_ALERTS, MOST_ALERTS, violations);
    Requests.refuse(violations);
    List<Alert> alerts = archive.alerts(filter, page);
    ListAlertsResponse.Builder response = ListAlertsResponse.newBuilder();
    alerts.forEach(alert -> response.addAlerts(AlertWire.alert(alert)));
    if (alerts.size() == page.size()) {
      Alert last = alerts.getLast();
      response.setNextPageToken(PageTokens.token(last.openedAt(), last.alertId()));
    }
    answer(reply, response.build());
  }

  @Override
  public void getAlert(GetAlertRequest request, StreamObserver<GetAlertResponse> reply) {
    Requests.needed("alert_id", request.getAlertId());
    Alert alert =
        archive
            .alert(request.getAlertId())
            .orElseThrow(() -> Failure.notFound("alert " + request.getAlertId()));
    io.waymark.proto.alerting.v1.Alert.Builder message = AlertWire.alert(alert).toBuilder();
    archive
        .history(alert.alertId())
        .forEach(step -> message.addHistory(AlertWire.transition(step)));
    answer(reply, GetAlertResponse.newBuilder().setAlert(message).build());
  }

  @Override
  public void acknowledgeAlert(
      AcknowledgeAlertRequest request, StreamObserver<AcknowledgeAlertResponse> reply) {
    Requests.check(request);
    Caller caller = Caller.current();
    Actor actor = new Actor(caller.name(), caller.person(), caller.bureauId(), caller.channel());
    Alert alert =
        acknowledgements.acknowledge(
            request.getAlertId(), actor, caller.has(Caller.PLAN_OFFICE), request.getComment());
    answer(reply, AcknowledgeAlertResponse.newBuilder().setAlert(AlertWire.alert(alert)).build());
  }

  @Override
  public void listMails(ListMailsRequest request, StreamObserver<ListMailsResponse> reply) {
    List<Violation> violations = new ArrayList<>();
    MailFilter filter = Requests.mails(request, violations);
    Page page =
        PageTokens.page(
            request.getPageSize(), request.getPageToken(), USUAL_MAILS, MOST_MAILS, violations);
    Requests.refuse(violations);
    List<StoredMail> mails = archive.mails(filter, page);
    ListMailsResponse.Builder response = ListMailsResponse.newBuilder();
    mails.forEach(mail -> response.addMails(MailWire.head(mail)));
    if (mails.size() == page.size()) {
      StoredMail last = mails.getLast();
      response.setNextPageToken(PageTokens.token(last.mail().createdAt(), last.mail().mailId()));
    }
    answer(reply, response.build());
  }

  @Override
  public void getMail(GetMailRequest request, StreamObserver<GetMailResponse> reply) {
    Requests.needed("mail_id", request.getMailId());
    StoredMail mail =
        archive
            .mail(request.getMailId())
            .orElseThrow(() -> Failure.notFound("mail " + request.getMailId()));
    answer(reply, GetMailResponse.newBuilder().setMail(MailWire.whole(mail)).build());
  }

  private static <T> void answer(StreamObserver<T> reply, T message) {
    reply.onNext(message);
    reply.onCompleted();
  }
}
