package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.AlertCommand.DutyTold;
import io.waymark.chassis.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of alerts must do, told by what the desk does with it. */
public abstract class AlertStoreContract extends StoreOfAlerts {
  @Test
  void whatWasSavedIsHeldAgain() {
    know("transport", 1, "a@wuhan.example");
    judge(Verdicts.rail().version(3).build());
    AlertState held = held(Verdicts.RAIL);
    Alert alert = Objects.requireNonNull(held.alert());
    assertThat(held.judgementVersion()).isEqualTo(3);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.openedAt()).isEqualTo(Instant.parse("2027-06-30T01:00:00Z"));
    assertThat(Objects.requireNonNull(alert.told()).shortfall()).isEqualTo(17);
    assertThat(alert.told().chance()).isEqualTo(0.21);
    assertThat(recipients()).containsExactly("a@wuhan.example");
  }

  @Test
  void aSubjectSeenFirstHoldsNothing() {
    assertThat(held(Verdicts.RAIL)).isEqualTo(AlertState.of(Verdicts.RAIL));
  }

  @Test
  void anOlderJudgementIsIgnoredWhereverItComes() {
    know("transport", 1, "a@wuhan.example");
    judge(
        Verdicts.rail().version(3).build(),
        Verdicts.rail().version(2).overall(Light.AHEAD).build());
    judge(Verdicts.rail().version(1).overall(Light.AHEAD).build());
    assertThat(Objects.requireNonNull(held(Verdicts.RAIL).alert()).status())
        .isEqualTo(AlertStatus.OPEN);
  }

  @Test
  void aRelapseWithinOneBatchLeavesBothRecords() {
    know("transport", 1, "a@wuhan.example");
    judge(
        Verdicts.rail().version(1).build(),
        Verdicts.rail().version(2).overall(Light.ON_TRACK).build(),
        Verdicts.rail().version(3).build());
    Alert alert = Objects.requireNonNull(held(Verdicts.RAIL).alert());
    assertThat(alert.previousAlertId()).isNotEmpty();
    Optional<SubjectKey> older = inTransaction(store -> store.lockAlert(alert.previousAlertId()));
    assertThat(older).contains(Verdicts.RAIL);
    assertThat(recipients()).hasSize(1);
  }

  @Test
  void aNoticeWaitsForItsBureauAndIsThenWrittenOnce() {
    judge(Verdicts.rail().version(1).overall(Light.AT_RISK).build());
    judge(Verdicts.rail().version(2).build());
    assertThat(recipients()).isEmpty();
    know("transport", 1, "a@wuhan.example");
    assertThat(recipients()).containsExactly("a@wuhan.example");
    know("transport", 2, "b@wuhan.example");
    assertThat(recipients()).hasSize(1);
  }

  @Test
  void anOlderBureauEventChangesNothing() {
    know("transport", 2, "new@wuhan.example");
    know("transport", 1, "old@wuhan.example");
    judge(Verdicts.rail().build());
    assertThat(recipients()).containsExactly("new@wuhan.example");
    Map<String, Bureau> found = inTransaction(store -> store.bureaus(Set.of("transport", "none")));
    assertThat(found).containsOnlyKeys("transport");
  }

  @Test
  void theResponsibleBureauAcknowledges() {
    judge(Verdicts.rail().build());
    Alert alert = Objects.requireNonNull(held(Verdicts.RAIL).alert());
    clock.advance(Duration.ofHours(1));
    Alert after = acknowledge(alert.alertId(), LI_WEI, false);
    assertThat(after.status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    assertThat(held(Verdicts.RAIL).alert()).isEqualTo(after);
  }

  @Test
  void anotherBureausAlertIsRefusedWhetherOrNotItExists() {
    judge(Verdicts.rail().build());
    String id = Objects.requireNonNull(held(Verdicts.RAIL).alert()).alertId();
    for (String alertId : List.of(id, "alert-none")) {
      assertThatThrownBy(() -> acknowledge(alertId, STRANGER, false))
          .isInstanceOfSatisfying(
              Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.NOT_YOURS))
          .hasMessage("alert " + alertId + " is not one of bureau water");
    }
  }

  @Test
  void thePlanOfficeAcknowledgesForEveryoneAndIsToldWhatDoesNotExist() {
    judge(Verdicts.rail().build());
    String id = Objects.requireNonNull(held(Verdicts.RAIL).alert()).alertId();
    assertThat(acknowledge(id, STRANGER, true).status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    assertThatThrownBy(() -> acknowledge("alert-none", STRANGER, true))
        .hasMessage("alert alert-none not found");
  }

  @Test
  void anAlertThatIsOverCannotBeAcknowledged() {
    judge(Verdicts.rail().version(1).build());
    String first = Objects.requireNonNull(held(Verdicts.RAIL).alert()).alertId();
    judge(
        Verdicts.rail().version(2).overall(Light.ON_TRACK).build(),
        Verdicts.rail().version(3).build());
    assertThatThrownBy(() -> acknowledge(first, LI_WEI, false))
        .hasMessage("alert: resolved (expected: open or acknowledged)");
  }

  @Test
  void whatIsDueIsFoundByItsTimeAlertsAndOwedReportsAlike() {
    know("transport", 1, "a@wuhan.example");
    judge(Verdicts.rail().build(), Verdicts.line().overall(Light.ON_TRACK).build());
    OwedReport may =
        new OwedReport(
            "monthly",
            LocalDate.parse("2027-05-01"),
            LocalDate.parse("2027-05-31"),
            LocalDate.parse("2027-06-07"),
            LocalDate.parse("2027-07-01"));
    owes(may);
    assertThat(held(Verdicts.LINE).owing())
        .isEqualTo(new Owing(1, may, Instant.parse("2027-07-02T01:00:00Z")));
    Instant rail = Instant.parse("2027-07-05T01:00:00Z");
    assertThat(due("2027-07-02T00:59:59Z")).isEmpty();
    assertThat(due("2027-07-02T01:00:00Z")).containsExactly(Verdicts.LINE);
    assertThat(due(rail.toString())).containsExactly(Verdicts.LINE, Verdicts.RAIL);
    assertThat(dueUpTo(rail, 1)).containsExactly(Verdicts.LINE);
    clock.set(Instant.parse("2027-07-02T01:00:00Z"));
    inTransaction(desk::timeCame);
    Alert alert = Objects.requireNonNull(held(Verdicts.LINE).alert());
    assertThat(alert.care().overdue()).isEqualTo(may);
    assertThat(held(Verdicts.LINE).owing().lookAt()).isNull();
    assertThat(due("2027-07-02T01:00:00Z")).isEmpty();
  }

  private void owes(OwedReport report) {
    DutyTold told = new DutyTold(1, report, "duty", clock.instant(), clock.instant());
    inTransaction(store -> {
      desk.dutiesTold(store, Map.of(Verdicts.LINE, List.of(told)));
      return true;
    });
  }

  private List<SubjectKey> due(String at) {
    return dueUpTo(Instant.parse(at), 9);
  }

  private List<SubjectKey> dueUpTo(Instant at, int atMost) {
    return inTransaction(store -> store.due(at, atMost));
  }
}
