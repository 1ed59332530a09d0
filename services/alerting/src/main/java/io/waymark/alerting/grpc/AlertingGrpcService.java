package io.waymark.alerting.grpc;

import io.grpc.stub.StreamObserver;
import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertArchive;
import io.waymark.alerting.domain.AlertArchive.AlertFilter;
import io.waymark.alerting.domain.AlertArchive.MailFilter;
import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.ByHand;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.Counter;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.Preference;
import io.waymark.alerting.domain.Previews;
import io.waymark.alerting.domain.Silence;
import io.waymark.alerting.domain.StoredMail;
import io.waymark.alerting.wire.AlertWire;
import io.waymark.alerting.wire.MailWire;
import io.waymark.alerting.wire.PreviewWire;
import io.waymark.alerting.wire.SilenceWire;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.chassis.identity.Caller;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.AssignAlertRequest;
import io.waymark.proto.alerting.v1.AssignAlertResponse;
import io.waymark.proto.alerting.v1.CommentAlertRequest;
import io.waymark.proto.alerting.v1.CommentAlertResponse;
import io.waymark.proto.alerting.v1.CreateSilenceRequest;
import io.waymark.proto.alerting.v1.CreateSilenceResponse;
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
import io.waymark.proto.alerting.v1.PlanActionRequest;
import io.waymark.proto.alerting.v1.PlanActionResponse;
import io.waymark.proto.alerting.v1.PreviewAlertsRequest;
import io.waymark.proto.alerting.v1.PreviewAlertsResponse;
import io.waymark.proto.alerting.v1.ResolveAlertRequest;
import io.waymark.proto.alerting.v1.ResolveAlertResponse;
import io.waymark.proto.alerting.v1.SetPreferenceRequest;
import io.waymark.proto.alerting.v1.SetPreferenceResponse;
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
  private final Counter counter;
  private final Previews previews;
  private final Clock clock;

  public AlertingGrpcService(
      AlertArchive archive, Counter counter, Previews previews, Clock clock) {
    this.archive = archive;
    this.counter = counter;
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
            .orElseThrow(() -> Failure.notFound("alert", request.getAlertId()));
    io.waymark.proto.alerting.v1.Alert.Builder message = AlertWire.alert(alert).toBuilder();
    archive
        .history(alert.alertId())
        .forEach(step -> message.addHistory(AlertWire.transition(step)));
    answer(reply, GetAlertResponse.newBuilder().setAlert(message).build());
  }

  @Override
  public void acknowledgeAlert(
      AcknowledgeAlertRequest request, StreamObserver<AcknowledgeAlertResponse> reply) {
    Acknowledge command = Hands.acknowledge(request, actor());
    answer(
        reply,
        AcknowledgeAlertResponse.newBuilder()
            .setAlert(obey(request.getAlertId(), command))
            .build());
  }

  @Override
  public void planAction(PlanActionRequest request, StreamObserver<PlanActionResponse> reply) {
    ByHand command = Hands.plan(request, actor());
    answer(
        reply,
        PlanActionResponse.newBuilder().setAlert(obey(request.getAlertId(), command)).build());
  }

  @Override
  public void assignAlert(AssignAlertRequest request, StreamObserver<AssignAlertResponse> reply) {
    ByHand command = Hands.assign(request, actor());
    answer(
        reply,
        AssignAlertResponse.newBuilder().setAlert(obey(request.getAlertId(), command)).build());
  }

  @Override
  public void commentAlert(
      CommentAlertRequest request, StreamObserver<CommentAlertResponse> reply) {
    ByHand command = Hands.comment(request, actor());
    answer(
        reply,
        CommentAlertResponse.newBuilder().setAlert(obey(request.getAlertId(), command)).build());
  }

  @Override
  public void resolveAlert(
      ResolveAlertRequest request, StreamObserver<ResolveAlertResponse> reply) {
    ByHand command = Hands.resolve(request, actor());
    answer(
        reply,
        ResolveAlertResponse.newBuilder().setAlert(obey(request.getAlertId(), command)).build());
  }

  private io.waymark.proto.alerting.v1.Alert obey(String alertId, ByHand command) {
    boolean anyBureau = Caller.current().has(Caller.PLAN_OFFICE);
    return AlertWire.alert(
        counter.work((desk, store) -> desk.obey(store, alertId, command, anyBureau)));
  }

  private static Actor actor() {
    Caller caller = Caller.current();
    return new Actor(caller.name(), caller.person(), caller.bureauId(), caller.channel());
  }

  @Override
  public void createSilence(
      CreateSilenceRequest request, StreamObserver<CreateSilenceResponse> reply) {
    boolean anyBureau = Caller.current().has(Caller.PLAN_OFFICE);
    Silence asked = Hands.silence(request, actor(), anyBureau, clock);
    Silence kept = counter.work((desk, store) -> desk.silence(store, asked));
    answer(reply, CreateSilenceResponse.newBuilder().setSilence(SilenceWire.silence(kept)).build());
  }

  @Override
  public void endSilence(EndSilenceRequest request, StreamObserver<EndSilenceResponse> reply) {
    Requests.needed("silence_id", request.getSilenceId());
    boolean anyBureau = Caller.current().has(Caller.PLAN_OFFICE);
    Actor actor = actor();
    Silence ended =
        counter.work(
            (desk, store) -> desk.endSilence(store, request.getSilenceId(), actor, anyBureau));
    answer(reply, EndSilenceResponse.newBuilder().setSilence(SilenceWire.silence(ended)).build());
  }

  @Override
  public void listSilences(
      ListSilencesRequest request, StreamObserver<ListSilencesResponse> reply) {
    ListSilencesResponse.Builder response = ListSilencesResponse.newBuilder();
    archive
        .silences(request.getIncludeOver(), clock.instant())
        .forEach(silence -> response.addSilences(SilenceWire.silence(silence)));
    answer(reply, response.build());
  }

  @Override
  public void listPreferences(
      ListPreferencesRequest request, StreamObserver<ListPreferencesResponse> reply) {
    Requests.needed("bureau_id", request.getBureauId());
    ListPreferencesResponse.Builder response = ListPreferencesResponse.newBuilder();
    counter
        .work((desk, store) -> desk.preferences(store, request.getBureauId()))
        .forEach(preference -> response.addPreferences(SilenceWire.preference(preference)));
    answer(reply, response.build());
  }

  @Override
  public void setPreference(
      SetPreferenceRequest request, StreamObserver<SetPreferenceResponse> reply) {
    Preference asked = Hands.preference(request);
    boolean anyBureau = Caller.current().has(Caller.PLAN_OFFICE);
    Actor actor = actor();
    Preference kept = counter.work((desk, store) -> desk.prefer(store, asked, actor, anyBureau));
    answer(
        reply,
        SetPreferenceResponse.newBuilder().setPreference(SilenceWire.preference(kept)).build());
  }

  @Override
  public void getDigest(GetDigestRequest request, StreamObserver<GetDigestResponse> reply) {
    Requests.needed("bureau_id", request.getBureauId());
    GetDigestResponse.Builder response = GetDigestResponse.newBuilder();
    counter
        .work((desk, store) -> desk.digest(store, request.getBureauId()))
        .ifPresent(mail ->
            response.setMail(
                MailWire.whole(new StoredMail(mail, DeliveryStatus.PENDING, 0, "", null))));
    answer(reply, response.build());
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
            .orElseThrow(() -> Failure.notFound("mail", request.getMailId()));
    answer(reply, GetMailResponse.newBuilder().setMail(MailWire.whole(mail)).build());
  }

  private static <T> void answer(StreamObserver<T> reply, T message) {
    reply.onNext(message);
    reply.onCompleted();
  }
}
