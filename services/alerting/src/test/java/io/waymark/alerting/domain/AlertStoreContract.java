package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.chassis.failure.Failure;
import io.waymark.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store of alerts must do, told by what the desk does with it. */
public abstract class AlertStoreContract {
  private static final Actor LI_WEI = new Actor("li.wei", true, "transport", "cli");
  private static final Actor STRANGER = new Actor("wang.fang", true, "water", "cli");

  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final AlertDesk desk =
      new AlertDesk(
          AlertStoreContract::write,
          TestRules.SHIPPED,
          clock,
          () -> Instant.now().plus(Window.LONGEST_WAIT));

  /** Runs a piece of work in a transaction of its own. */
  protected abstract <T> T inTransaction(Function<AlertStore, T> work);

  /** Recipients of the mails that were stored, oldest first. */
  protected abstract List<String> recipients();

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

  private void know(String bureauId, long version, String email) {
    Bureau bureau =
        new Bureau(bureauId, version, new Text("市交通运输局", ""), "", List.of(email), Language.ZH);
    inTransaction(store -> {
      desk.bureausChanged(store, List.of(bureau));
      desk.dispatch(store);
      return true;
    });
  }

  private void judge(Verdict... verdicts) {
    List<SubjectJudged> batch =
        Arrays.stream(verdicts)
            .map(verdict -> new SubjectJudged(verdict, "event", clock.instant()))
            .toList();
    inTransaction(store -> {
      desk.judged(store, batch);
      desk.dispatch(store);
      return true;
    });
  }

  private Alert acknowledge(String alertId, Actor actor, boolean anyBureau) {
    return inTransaction(
        store -> desk.obey(store, alertId, new Acknowledge(actor, "收到", null), anyBureau));
  }

  private AlertState held(SubjectKey subject) {
    return inTransaction(store -> Objects.requireNonNull(store.lock(Set.of(subject)).get(subject)));
  }

  private static List<OutgoingMail> write(Mailing mailing) {
    String to = mailing.recipients().getFirst().address();
    String id = AlertIds.mail(mailing.mailingId(), to);
    Notice notice = mailing.first();
    return List.of(
        new OutgoingMail(
            id,
            "<" + id + "@x>",
            mailing.threads().getOrDefault(to, ""),
            notice.alert().alertId(),
            notice.alert().transitionId(),
            mailing.bureau().bureauId(),
            to,
            Language.ZH,
            notice.kind().name(),
            "",
            "",
            mailing.at(),
            mailing.causeEventAt(),
            mailing.arrivedAt(),
            List.of(notice.alert().alertId())));
  }
}
