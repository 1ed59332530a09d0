package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.DutyTold;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.chassis.failure.Failure;
import io.waymark.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

  @Test
  void silencesAreKeptFoundByTimeAndWarnedOfOnce() {
    Instant now = clock.instant();
    Instant end = now.plus(Duration.ofDays(20));
    Silence silence =
        new Silence(
            "s-1",
            new Silence.Matcher(
                "wuhan-15", "", "transport", "rail", SubjectKind.TARGET, Severity.WARNING),
            "审计期间",
            LI_WEI,
            now,
            end,
            null);
    inTransaction(store -> {
      store.keepSilence(silence, now.plus(Duration.ofDays(19)));
      return true;
    });
    assertThat(silence("s-1")).contains(silence);
    assertThat(silence("s-2")).isEmpty();
    assertThat(holding(now)).containsExactly(silence);
    assertThat(holding(now.minusSeconds(1))).isEmpty();
    assertThat(holding(end)).isEmpty();
    assertThat(ending(now.plus(Duration.ofDays(18)))).isEmpty();
    assertThat(ending(now.plus(Duration.ofDays(19)))).containsExactly(silence);
    Silence ended =
        new Silence("s-1", silence.matcher(), silence.reason(), LI_WEI, now, now, STRANGER);
    inTransaction(store -> {
      store.keepSilence(ended, null);
      return true;
    });
    assertThat(silence("s-1")).contains(ended);
    assertThat(ending(end)).isEmpty();
  }

  @Test
  void aPreferenceIsTheLastWord() {
    Preference first =
        new Preference(
            "a@wuhan.example",
            null,
            Preference.Digest.DAILY,
            LocalTime.of(21, 0),
            LocalTime.of(7, 30));
    Preference last =
        new Preference("a@wuhan.example", Severity.CRITICAL, Preference.Digest.NONE, null, null);
    List<String> all = List.of("a@wuhan.example", "b@wuhan.example");
    assertThat(said(all)).isEmpty();
    for (Preference said : List.of(first, last)) {
      inTransaction(store -> {
        store.keepPreference(said, LI_WEI, clock.instant());
        return true;
      });
      assertThat(said(all)).containsExactly(Map.entry(said.address(), said));
    }
  }

  @Test
  void digestsFallDueByTheirTimeAndArePlannedAnew() {
    Instant now = clock.instant();
    inTransaction(store -> {
      store.planDigest("transport", Preference.Digest.DAILY, now.plusSeconds(20));
      store.planDigest("transport", Preference.Digest.WEEKLY, now.plusSeconds(90));
      store.planDigest("water", Preference.Digest.DAILY, now.plusSeconds(10));
      return true;
    });
    assertThat(digests(now.plusSeconds(9), 9)).isEmpty();
    assertThat(digests(now.plusSeconds(30), 9))
        .containsExactly(
            new AlertStore.DueDigest("water", Preference.Digest.DAILY, now.plusSeconds(10)),
            new AlertStore.DueDigest("transport", Preference.Digest.DAILY, now.plusSeconds(20)));
    assertThat(digests(now.plusSeconds(30), 1)).hasSize(1);
    inTransaction(store -> {
      store.planDigest("water", Preference.Digest.DAILY, now.plusSeconds(60));
      return true;
    });
    assertThat(digests(now.plusSeconds(30), 9))
        .extracting(AlertStore.DueDigest::bureauId)
        .containsExactly("transport");
  }

  @Test
  void aBureausFirstDigestsArePlannedOnceItIsKnown() {
    know("transport", 1, "a@wuhan.example");
    assertThat(digests(clock.instant().plus(Duration.ofDays(40)), 9))
        .extracting(AlertStore.DueDigest::digest)
        .containsExactlyInAnyOrder(
            Preference.Digest.DAILY, Preference.Digest.WEEKLY, Preference.Digest.MONTHLY);
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

  private Optional<Silence> silence(String id) {
    return inTransaction(store -> store.silence(id));
  }

  private List<Silence> holding(Instant at) {
    return inTransaction(store -> store.silences(at));
  }

  private List<Silence> ending(Instant at) {
    return inTransaction(store -> store.ending(at));
  }

  private Map<String, Preference> said(List<String> addresses) {
    return inTransaction(store -> store.preferences(addresses));
  }

  private List<AlertStore.DueDigest> digests(Instant at, int atMost) {
    return inTransaction(store -> store.digests(at, atMost));
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
