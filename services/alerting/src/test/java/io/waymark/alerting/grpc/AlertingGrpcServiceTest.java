package io.waymark.alerting.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.AlertCommand.Assign;
import io.waymark.alerting.domain.AlertCommand.PlanAction;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.alerting.postgres.PostgresAlertStore;
import io.waymark.alerting.postgres.PostgresFixture;
import io.waymark.chassis.failure.Failure;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.Alert;
import io.waymark.proto.alerting.v1.AlertConcern;
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
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertingGrpcServiceTest {
  private final AlertingDoor door;
  private final AlertingGrpcService service;
  private final MutableClock clock;
  private final PostgresFixture fixture;
  private final AlertDesk desk;

  AlertingGrpcServiceTest(Parts parts) {
    door = new AlertingDoor(parts);
    service = door.service;
    clock = door.clock;
    fixture = door.fixture;
    desk = door.desk;
  }

  @AfterAll
  void close() {
    door.close();
  }

  @Test
  void pagesHoldEveryAlertOnceNewestFirst() {
    List<Alert> alerts = new ArrayList<>();
    String token = "";
    do {
      ListAlertsResponse page =
          AlertingDoor.call(
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
    assertThatThrownBy(() -> AlertingDoor.call(service::listAlerts, request))
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
    return AlertingDoor.call(service::listAlerts, request.build()).getAlertsList().stream()
        .map(Alert::getSubjectId)
        .toList();
  }

  @Test
  void anAcknowledgedAlertTellsWhoTookItAndWhatTheySaid() {
    String id = door.alertOf("target-1");
    AcknowledgeAlertResponse response = door.as("transport", Set.of("reporter"), "正在赶工", id);
    assertThat(response.getAlert().getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_ACKNOWLEDGED);
    GetAlertResponse alert =
        AlertingDoor.call(service::getAlert, GetAlertRequest.newBuilder().setAlertId(id).build());
    assertThat(alert.getAlert().getHistoryList())
        .extracting(AlertTransition::getAction)
        .containsExactly("opened", "acknowledged");
    AlertTransition taken = alert.getAlert().getHistory(1);
    assertThat(taken.getActor().getName()).isEqualTo("li.wei");
    assertThat(taken.getComment()).isEqualTo("正在赶工");
    assertThat(alert.getAlert().getHistory(0).getCauseEventId()).isEqualTo("event-1");
  }

  @Test
  void theHistoryKeepsUntilWhenEachPlanRunsAndToWhomItWasGiven() {
    String id = door.alertOf("target-4");
    Actor li = new Actor("li.wei", true, "transport", "board");
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    fixture
        .db()
        .transaction(configuration -> {
          PostgresAlertStore store =
              new PostgresAlertStore(configuration.dsl(), new PostgresOutbox(clock));
          desk.obey(store, id, new PlanAction(li, "加班", today.plusDays(30)), false);
          desk.obey(store, id, new PlanAction(li, "再加班", today.plusDays(60)), false);
          desk.obey(store, id, new Assign(li, "", "王芳"), false);
          desk.obey(store, id, new Assign(li, "", ""), false);
        });

    List<AlertTransition> history =
        AlertingDoor.call(service::getAlert, GetAlertRequest.newBuilder().setAlertId(id).build())
            .getAlert()
            .getHistoryList();

    assertThat(history)
        .extracting(
            AlertTransition::getAction, AlertTransition::getPlanBy, AlertTransition::getAssignee)
        .containsExactly(
            tuple("opened", "", ""),
            tuple("planned", today.plusDays(30).toString(), ""),
            tuple("planned", today.plusDays(60).toString(), ""),
            tuple("assigned", "", "王芳"),
            tuple("assigned", "", ""));
  }

  @Test
  void anotherBureauMayNotAcknowledge() {
    String id = door.alertOf("target-2");
    assertThatThrownBy(() -> door.as("water", Set.of(), "", id))
        .hasMessage("alert " + id + " is not one of bureau water");
  }

  @Test
  void aCommentThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> door.as("transport", Set.of(), "长".repeat(2001), "x"))
        .hasMessage("comment: 2001 (expected: at most 2000 characters)");
  }

  @Test
  void mailsAreListedWithoutAndReadWithTheirBodies() {
    ListMailsResponse page =
        AlertingDoor.call(
            service::listMails,
            ListMailsRequest.newBuilder().setAlertId(door.alertOf("target-3")).build());
    assertThat(page.getMailsList()).hasSize(1);
    assertThat(page.getMails(0).getHtml()).isEmpty();
    GetMailResponse mail =
        AlertingDoor.call(
            service::getMail,
            GetMailRequest.newBuilder().setMailId(page.getMails(0).getMailId()).build());
    assertThat(mail.getMail().getHtml()).contains("轨道交通运营里程");
    assertThat(mail.getMail().getSubject()).contains("■滞后·约束性");
  }

  @Test
  void anUnknownMailIsNotFoundAndAnEmptyIdIsRefused() {
    assertThatThrownBy(() ->
            AlertingDoor.call(
                service::getMail, GetMailRequest.newBuilder().setMailId("none").build()))
        .hasMessage("mail none not found");
    assertThatThrownBy(
            () -> AlertingDoor.call(service::getAlert, GetAlertRequest.getDefaultInstance()))
        .hasMessage("alert_id:  (expected: an id)");
  }
}
