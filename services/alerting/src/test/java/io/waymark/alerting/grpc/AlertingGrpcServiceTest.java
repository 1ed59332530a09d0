package io.waymark.alerting.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.AlertCommand.Assign;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.TestRules;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.alerting.mail.TemplateLetterWriter;
import io.waymark.alerting.postgres.PostgresAlertArchive;
import io.waymark.alerting.postgres.PostgresAlertStore;
import io.waymark.alerting.postgres.PostgresCounter;
import io.waymark.alerting.postgres.PostgresFixture;
import io.waymark.alerting.postgres.PostgresPreviews;
import io.waymark.alerting.wire.VerdictWriter;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertConcern;
import io.waymark.proto.alerting.v1.AlertPreview;
import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.alerting.v1.AlertTransition;
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
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertingGrpcServiceTest {
  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final PostgresFixture fixture;
  private final AlertDesk desk;
  private final AlertingGrpcService service;

  AlertingGrpcServiceTest(Parts parts) {
    fixture = new PostgresFixture(parts.database());
    DSLContext db = fixture.db();
    PostgresOutbox outbox = new PostgresOutbox(clock);
    desk =
        new AlertDesk(
            new TemplateLetterWriter(
                "http://localhost:8080",
                clock.getZone(),
                io.waymark.calendar.WorkingCalendar.shipped(),
                "waymark.example",
                new io.waymark.alerting.mail.LinkSigner(() -> List.of(new byte[32])),
                null),
            TestRules.SHIPPED,
            clock,
            () -> Instant.now().plusSeconds(60));
    service =
        new AlertingGrpcService(
            new PostgresAlertArchive(db),
            new PostgresCounter(db, outbox, desk),
            new PostgresPreviews(db, desk),
            clock);
    db.transaction(configuration -> {
      PostgresAlertStore store = new PostgresAlertStore(configuration.dsl(), outbox);
      desk.bureausChanged(
          store,
          List.of(
              new Bureau(
                  "transport",
                  1,
                  new Text("市交通运输局", ""),
                  "",
                  List.of("t@wuhan.example"),
                  Language.ZH)));
      for (int i = 1; i <= 5; i++) {
        desk.judged(
            store,
            List.of(
                new SubjectJudged(
                    Verdicts.of("target-" + i).build(), "event-" + i, clock.instant())));
        desk.dispatch(store);
        clock.advance(Duration.ofSeconds(i % 2));
      }
    });
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void pagesHoldEveryAlertOnceNewestFirst() {
    List<Alert> alerts = new ArrayList<>();
    String token = "";
    do {
      ListAlertsResponse page =
          call(
              service::listAlerts,
              ListAlertsRequest.newBuilder()
                  .setPageSize(2)
                  .setPageToken(token)
                  .setBureauId("transport")
                  .setIncludeResolved(true)
                  .build());
      alerts.addAll(page.getAlertsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    assertThat(alerts)
        .extracting(Alert::getSubjectId)
        .containsExactlyInAnyOrder("target-1", "target-2", "target-3", "target-4", "target-5");
    assertThat(alerts)
        .extracting(alert -> alert.getOpenedAt().getSeconds())
        .isSortedAccordingTo((one, other) -> Long.compare(other, one));
  }

  @Test
  void everyViolationOfAListIsNamed() {
    ListAlertsRequest request =
        ListAlertsRequest.newBuilder()
            .setPageSize(5001)
            .setPageToken("rubbish")
            .setStatusValue(99)
            .build();
    assertThatThrownBy(() -> call(service::listAlerts, request))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "status: 99 (expected: one of open, acknowledged, rectifying, resolved, restated); page_size: 5001 (expected: 0..5000); "
                + "page_token: rubbish (expected: next_page_token of the previous reply)");
  }

  @Test
  void alertsAreFoundByWhatIsTheMatterAndInWhoseHandsTheyAre() {
    fixture
        .db()
        .transaction(configuration -> {
          PostgresAlertStore store =
              new PostgresAlertStore(configuration.dsl(), new PostgresOutbox(clock));
          SubjectJudged silent =
              new SubjectJudged(
                  Verdicts.of("quiet").ledBy("parks").silent().build(), "event-q", clock.instant());
          desk.judged(store, List.of(silent));
          desk.obey(
              store,
              store.liveOf("transport").stream()
                  .map(state -> Objects.requireNonNull(state.live()))
                  .filter(live -> live.subject().subjectId().equals("target-2"))
                  .findFirst()
                  .orElseThrow()
                  .alertId(),
              new Assign(new Actor("li.wei", true, "transport", "cli"), "请处理", "王芳"),
              false);
        });
    assertThat(subjects(request().setConcern(AlertConcern.ALERT_CONCERN_SILENCE)))
        .containsExactly("quiet");
    assertThat(subjects(request().setConcern(AlertConcern.ALERT_CONCERN_PROGRESS)))
        .contains("target-2")
        .doesNotContain("quiet");
    assertThat(subjects(request().setAssignee("王芳"))).containsExactly("target-2");
    assertThat(subjects(request().setAssignee("nobody"))).isEmpty();
    assertThatThrownBy(() -> subjects(request().setConcernValue(7)))
        .hasMessage("concern: 7 (expected: one of progress, silence)");
  }

  private static ListAlertsRequest.Builder request() {
    return ListAlertsRequest.newBuilder().setIncludeResolved(true);
  }

  private List<String> subjects(ListAlertsRequest.Builder request) {
    return call(service::listAlerts, request.build()).getAlertsList().stream()
        .map(Alert::getSubjectId)
        .toList();
  }

  @Test
  void anAcknowledgedAlertTellsWhoTookItAndWhatTheySaid() {
    String id = alertOf("target-1");
    AcknowledgeAlertResponse response = as("transport", Set.of("reporter"), "正在赶工", id);
    assertThat(response.getAlert().getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_ACKNOWLEDGED);
    GetAlertResponse alert =
        call(service::getAlert, GetAlertRequest.newBuilder().setAlertId(id).build());
    assertThat(alert.getAlert().getHistoryList())
        .extracting(AlertTransition::getAction)
        .containsExactly("opened", "acknowledged");
    AlertTransition taken = alert.getAlert().getHistory(1);
    assertThat(taken.getActor().getName()).isEqualTo("li.wei");
    assertThat(taken.getComment()).isEqualTo("正在赶工");
    assertThat(alert.getAlert().getHistory(0).getCauseEventId()).isEqualTo("event-1");
  }

  @Test
  void anotherBureauMayNotAcknowledge() {
    String id = alertOf("target-2");
    assertThatThrownBy(() -> as("water", Set.of(), "", id))
        .hasMessage("alert " + id + " is not one of bureau water");
  }

  @Test
  void aCommentThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> as("transport", Set.of(), "长".repeat(2001), "x"))
        .hasMessage("comment: 2001 (expected: at most 2000 characters)");
  }

  @Test
  void mailsAreListedWithoutAndReadWithTheirBodies() {
    ListMailsResponse page =
        call(
            service::listMails,
            ListMailsRequest.newBuilder().setAlertId(alertOf("target-3")).build());
    assertThat(page.getMailsList()).hasSize(1);
    assertThat(page.getMails(0).getHtml()).isEmpty();
    GetMailResponse mail =
        call(
            service::getMail,
            GetMailRequest.newBuilder().setMailId(page.getMails(0).getMailId()).build());
    assertThat(mail.getMail().getHtml()).contains("轨道交通运营里程");
    assertThat(mail.getMail().getSubject()).contains("■滞后·约束性");
  }

  @Test
  void anUnknownMailIsNotFoundAndAnEmptyIdIsRefused() {
    assertThatThrownBy(
            () -> call(service::getMail, GetMailRequest.newBuilder().setMailId("none").build()))
        .hasMessage("mail none not found");
    assertThatThrownBy(() -> call(service::getAlert, GetAlertRequest.getDefaultInstance()))
        .hasMessage("alert_id:  (expected: an id)");
  }

  @Test
  void aPreviewSaysWhichAlertsWouldRiseAndWhoWouldBeToldAndLeavesNothingBehind() {
    long before = rows();

    PreviewAlertsResponse preview =
        preview(
            Verdicts.of("target-new").version(7),
            Verdicts.of("target-4").version(2).overall(Light.ON_TRACK),
            Verdicts.of("target-fine").overall(Light.AHEAD));

    assertThat(preview.getAlertsList())
        .extracting(AlertPreview::getSubjectId)
        .containsExactly("target-new", "target-4");
    AlertPreview raised = preview.getAlerts(0);
    assertThat(raised.getActionsList()).containsExactly("opened");
    assertThat(raised.getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_OPEN);
    assertThat(raised.getMails(0).getRecipient()).isEqualTo("t@wuhan.example");
    assertThat(raised.getMails(0).getSubject()).contains("■滞后·约束性", "轨道交通运营里程");
    AlertPreview over = preview.getAlerts(1);
    assertThat(over.getActionsList()).containsExactly("resolved");
    assertThat(over.getMailsList()).hasSize(1);
    assertThat(rows()).isEqualTo(before);
    assertThat(
            call(
                    service::listAlerts,
                    ListAlertsRequest.newBuilder()
                        .setSubjectId("target-new")
                        .setIncludeResolved(true)
                        .build())
                .getAlertsList())
        .isEmpty();
  }

  @Test
  void whatAPreviewSaysIsWhatTheJudgementThenBrings() {
    Verdicts better = Verdicts.of("target-5").version(3).overall(Light.ON_TRACK);
    String alertId = alertOf("target-5");
    PreviewAlertsResponse preview = preview(better);

    fixture
        .db()
        .transaction(configuration -> {
          PostgresAlertStore store =
              new PostgresAlertStore(configuration.dsl(), new PostgresOutbox(clock));
          desk.judged(store, List.of(new SubjectJudged(better.build(), "event", clock.instant())));
          desk.dispatch(store);
        });

    ListMailsResponse mails =
        call(service::listMails, ListMailsRequest.newBuilder().setAlertId(alertId).build());
    assertThat(mails.getMails(0).getSubject())
        .isEqualTo(preview.getAlerts(0).getMails(0).getSubject());
    // Said once, it is old news: the version is not above what is held.
    assertThat(preview(better).getAlertsList()).isEmpty();
  }

  @Test
  void aPreviewForABureauWithoutAddressesSaysThatTheMailWouldWait() {
    AlertPreview waiting = preview(Verdicts.of("target-water").ledBy("water")).getAlerts(0);
    assertThat(waiting.getWaitsForBureau()).isTrue();
    assertThat(waiting.getMailsList()).isEmpty();
  }

  @Test
  void everyViolationOfAPreviewIsNamed() {
    Judgement good = VerdictWriter.write(Verdicts.of("target-x").build());
    PreviewAlertsRequest bad =
        PreviewAlertsRequest.newBuilder()
            .addJudgements(good.toBuilder().clearSubjectId())
            .addJudgements(good)
            .addJudgements(good.toBuilder().setAsOf("soon"))
            .build();
    assertThatThrownBy(() -> call(service::previewAlerts, bad))
        .hasMessageContaining("judgements[0]: subject:")
        .hasMessageContaining("judgements[2]: Text 'soon'");
    assertThatThrownBy(
            () -> call(service::previewAlerts, PreviewAlertsRequest.getDefaultInstance()))
        .hasMessage("judgements: 0 (expected: 1..1000 items)");
  }

  private PreviewAlertsResponse preview(Verdicts... verdicts) {
    PreviewAlertsRequest.Builder request = PreviewAlertsRequest.newBuilder();
    for (Verdicts verdict : verdicts) {
      request.addJudgements(VerdictWriter.write(verdict.build()));
    }
    return call(service::previewAlerts, request.build());
  }

  /** Of all tables: alerts, transitions, mails, notices, outbox. */
  private long rows() {
    long rows = 0;
    for (String table :
        fixture
            .db()
            .fetch("select tablename from pg_tables where schemaname = 'public'")
            .map(r -> r.get(0, String.class))) {
      rows += fixture.db().fetchSingle("select count(*) from " + table).get(0, Long.class);
    }
    return rows;
  }

  private String alertOf(String subjectId) {
    return call(service::listAlerts, ListAlertsRequest.newBuilder().setSubjectId(subjectId).build())
        .getAlerts(0)
        .getAlertId();
  }

  private AcknowledgeAlertResponse as(
      String bureau, Set<String> roles, String comment, String alertId) {
    Context context = new Caller("li.wei", true, bureau, "cli", roles).in(Context.current());
    Context before = context.attach();
    try {
      return call(
          service::acknowledgeAlert,
          AcknowledgeAlertRequest.newBuilder().setAlertId(alertId).setComment(comment).build());
    } finally {
      context.detach(before);
    }
  }

  private static <Q, A> A call(BiConsumer<Q, StreamObserver<A>> method, Q request) {
    List<A> answers = new ArrayList<>();
    method.accept(
        request,
        new StreamObserver<>() {
          @Override
          public void onNext(A answer) {
            answers.add(answer);
          }

          @Override
          public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
          }

          @Override
          public void onCompleted() {}
        });
    return answers.getFirst();
  }
}
