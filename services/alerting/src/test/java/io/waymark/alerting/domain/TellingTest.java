package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.JudgementRestated;
import io.waymark.alerting.domain.AlertCommand.Resolve;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who gets what, when much happens at once or the same thing over and over. */
class TellingTest {
  private static final Actor LI = new Actor("li", true, "transport", "cli");
  private static final Actor WANG = new Actor("wang", true, "supervision", "cli");

  private final City city =
      new City("2026-06-30T01:00:00Z")
          .bureau("transport", "supervision", "li@b.example")
          .bureau("supervision", "", "wang@b.example");

  @Test
  void oneLateProgrammeThatTouchesTwoThousandTargetsGivesEachBureauOneMail() {
    for (int b = 0; b < 20; b++) {
      city.bureau("bureau-" + b, "", "b" + b + "@b.example");
    }
    city.judgeAtOnce(Verdicts.line());
    for (int i = 0; i < 2000; i++) {
      city.judgeAtOnce(Verdicts.of("target-" + i).ledBy("bureau-" + i % 20));
    }
    city.settle();
    assertThat(city.mailings).hasSize(21);
    assertThat(city.mailings.stream().mapToInt(mail -> mail.notices().size()).sum())
        .isEqualTo(2001);
    Notice listed = city.mailings.getLast().notices().getLast();
    assertThat(Objects.requireNonNull(listed.explanation()).subject()).isEqualTo(Verdicts.LINE);
    assertThat(listed.asked()).isNull();
  }

  @Test
  void aValueThatFlapsForAMonthGivesThreeMailsNotSixty() {
    for (int day = 0; day < 30; day++) {
      city.clock.advance(Duration.ofHours(12));
      city.judge(Verdicts.rail());
      city.clock.advance(Duration.ofHours(12));
      city.judge(Verdicts.rail().overall(Light.ON_TRACK));
    }
    assertThat(city.log())
        .containsExactly(
            "2026-06-30 OPENED to li", "2026-07-01 RECOVERED to li", "2026-07-01 OPENED to li");
  }

  @Test
  void aSeverityThatFlapsIsToldOnce() {
    for (int day = 0; day < 20; day++) {
      city.judge(Verdicts.rail());
      city.clock.advance(Duration.ofHours(12));
      city.judge(Verdicts.rail().overall(Light.AT_RISK));
      city.clock.advance(Duration.ofHours(12));
    }
    assertThat(city.log()).containsExactly("2026-06-30 OPENED to li");
  }

  @Test
  void aRecoveryAfterARelapseCountsOnceItHasHeld() {
    city.judge(Verdicts.rail())
        .judge(Verdicts.rail().overall(Light.ON_TRACK))
        .judge(Verdicts.rail());
    city.clock.advance(Duration.ofHours(1));
    city.judge(Verdicts.rail().overall(Light.ON_TRACK));
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.OPEN);
    city.until("2026-07-08T10:00:00");
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(city.log()).last().isEqualTo("2026-07-07 RECOVERED to li");
  }

  @Test
  void aLoneCriticalAlertGoesOutWithinASecond() {
    Instant then = city.clock.instant();
    AlertStore.Ripening one = new AlertStore.Ripening("transport", 1, then, then);
    assertThat(Window.over(one, List.of(), then, then.plusMillis(149))).isFalse();
    assertThat(Window.over(one, List.of(), then, then.plusMillis(150))).isTrue();
    AlertStore.Ripening many = new AlertStore.Ripening("transport", 100, then, then);
    assertThat(Window.over(many, List.of(), then, then.plusMillis(4999))).isFalse();
    assertThat(Window.over(many, List.of(), then, then.plusSeconds(5))).isTrue();
  }

  @Test
  void whatIsOverBeforeAnybodyHeardOfItIsNotToldAtAll() {
    city.judgeAtOnce(Verdicts.rail()).judgeAtOnce(Verdicts.rail().overall(Light.ON_TRACK));
    city.settle();
    assertThat(city.log()).isEmpty();
  }

  @Test
  void aSilenceKeepsAlertsQuietAndWarnsBeforeItEnds() {
    city.desk.silence(city.store, silence("2026-07-15T00:00:00Z"));
    city.judge(Verdicts.rail());
    city.until("2026-07-20T10:00:00");
    assertThat(city.log())
        .containsExactly(
            "2026-07-14 SILENCE_ENDING of 1 to li",
            "2026-07-15 SUPERVISION to li,wang",
            "2026-07-20 REMINDER to li");
  }

  @Test
  void aRecoveryArrivesThroughASilence() {
    city.judge(Verdicts.rail());
    city.desk.silence(city.store, silence("2026-07-15T00:00:00Z"));
    city.judge(Verdicts.rail().overall(Light.ON_TRACK));
    assertThat(city.log()).last().isEqualTo("2026-06-30 RECOVERED to li");
  }

  private static Silence silence(String until) {
    return new Silence(
        "s1",
        new Silence.Matcher("", "", "transport", "", null, null),
        "停报整顿",
        LI,
        Instant.parse("2026-06-30T00:00:00Z"),
        Instant.parse(until),
        null);
  }

  @Test
  void theOuhaiCase_aCaughtUpRedMonthShowsYellowInTheRecord() {
    city.judge(Verdicts.rail());
    String judgement = "judgement-1";
    city.judge(Verdicts.rail().overall(Light.ON_TRACK));
    JudgementRestated restated =
        new JudgementRestated(
            judgement,
            Light.OFF_TRACK,
            Verdicts.rail().version(9).overall(Light.AT_RISK).build(),
            new Text("补报5月数据", "the figure of May came late"),
            "late-event",
            city.clock.instant(),
            city.clock.instant());
    city.desk.restated(city.store, List.of(restated));
    city.settle();
    Alert record = city.alert(Verdicts.RAIL);
    assertThat(record.status()).isEqualTo(AlertStatus.RESTATED);
    assertThat(Objects.requireNonNull(record.care().restated()).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(city.log()).last().isEqualTo("2026-06-30 RESTATED to li");
    Transition step = city.store.moves().getLast().transition();
    assertThat(step.causeEventId()).isEqualTo("late-event");
  }

  @Test
  void aSilentReporterIsAskedFirstAndHisSuperiorNext() {
    city.judge(Verdicts.rail().silent());
    city.until("2026-07-15T10:00:00");
    assertThat(city.log())
        .containsExactly(
            "2026-06-30 SILENT to li",
            "2026-07-01 MONTHLY_DIGEST of 1 to li",
            "2026-07-03 REMINDER to li",
            "2026-07-10 REMINDER to li",
            "2026-07-14 SUPERVISION to li,wang");
  }

  @Test
  void whoeverSleepsIsToldInTheMorning() {
    city.desk.prefer(
        city.store,
        new Preference(
            "li@b.example",
            Severity.WARNING,
            Preference.Digest.NONE,
            LocalTime.of(20, 0),
            LocalTime.of(7, 30)),
        LI,
        true);
    city.until("2026-06-30T23:00:00").judge(Verdicts.rail().real());
    assertThat(city.log()).isEmpty();
    city.until("2026-07-01T08:00:00");
    assertThat(city.log()).containsExactly("2026-07-01 OPENED to li");
  }

  @Test
  void whoeverWantsDigestsOnlyGetsTheGraveThingsAtOnceAllTheSame() {
    city.desk.prefer(
        city.store,
        new Preference("li@b.example", null, Preference.Digest.WEEKLY, null, null),
        LI,
        true);
    city.judge(Verdicts.rail().overall(Light.AT_RISK));
    city.until("2026-07-06T10:00:00");
    assertThat(city.log()).containsExactly("2026-07-06 WEEKLY_DIGEST of 1 to li");
    city.judge(Verdicts.rail());
    assertThat(city.log()).last().isEqualTo("2026-07-06 ESCALATED to li");
  }

  @Test
  void aBindingTargetIsEndedByHandByTwoPeopleAndStaysClosedUntilItGetsWorse() {
    city.judge(Verdicts.rail().overall(Light.AT_RISK));
    city.obey(Verdicts.RAIL, new Resolve(LI, "统计口径调整"));
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.OPEN);
    assertThatThrownBy(() -> city.obey(Verdicts.RAIL, new Resolve(LI, "统计口径调整")))
        .hasMessage("actor: li, who proposed it (expected: a second person, for a binding target)");
    city.obey(Verdicts.RAIL, new Resolve(WANG, "同意"));
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.RESOLVED);
    city.judge(Verdicts.rail().overall(Light.AT_RISK));
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.RESOLVED);
    city.judge(Verdicts.rail());
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.OPEN);
  }

  @Test
  void theTimeOfASuspensionDoesNotCount() {
    city.judge(Verdicts.rail());
    city.until("2026-07-02T10:00:00").judge(Verdicts.rail().overall(Light.SUSPENDED));
    city.until("2026-08-03T10:00:00").judge(Verdicts.rail());
    city.until("2026-08-05T10:00:00");
    assertThat(city.log())
        .containsExactly(
            "2026-06-30 OPENED to li",
            "2026-07-01 MONTHLY_DIGEST of 1 to li",
            "2026-08-03 MONTHLY_DIGEST of 1 to li",
            "2026-08-05 REMINDER to li");
  }

  @Test
  void supportingBureausAreInCopyOnce() {
    city.bureau("power", "", "power@b.example");
    city.store.keepSupporting(Verdicts.LINE, List.of("power", "transport"), 1);
    city.judge(Verdicts.line());
    assertThat(city.log()).containsExactly("2026-06-30 OPENED to li cc power");
  }

  @Test
  void anExplainedTargetDoesNotClimbByItself() {
    city.judge(Verdicts.line());
    city.judge(Verdicts.rail());
    city.obey(Verdicts.LINE, new Acknowledge(LI, "在查", null));
    city.mailings.clear();
    city.until("2026-07-09T10:00:00");
    assertThat(city.log()).containsExactly("2026-07-01 MONTHLY_DIGEST of 2 to li");
  }
}
