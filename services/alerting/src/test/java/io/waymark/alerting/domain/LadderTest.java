package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.Assign;
import io.waymark.alerting.domain.AlertCommand.PlanAction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the ladder climbs, stops, waits and comes back. */
class LadderTest {
  private static final Actor LI = new Actor("li", true, "transport", "cli");

  private final City city =
      new City("2026-06-30T01:00:00Z")
          .bureau("transport", "supervision", "li@b.example")
          .bureau("supervision", "", "wang@b.example");

  private List<String> told(String kind) {
    return city.log().stream().filter(line -> line.contains(" " + kind)).toList();
  }

  @Test
  void whileNobodyTakesItRemindersComeSlowerAndTheLadderClimbsToItsEnd() {
    city.judge(Verdicts.rail()).until("2026-12-31T10:00:00");
    assertThat(told("REMINDER"))
        .containsExactly(
            "2026-07-03 REMINDER to li",
            "2026-07-14 REMINDER to li",
            "2026-08-25 REMINDER to li",
            "2026-09-21 REMINDER to li",
            "2026-10-26 REMINDER to li",
            "2026-11-23 REMINDER to li");
    assertThat(told("SU"))
        .containsExactly(
            "2026-07-07 SUPERVISION to li,wang",
            "2026-07-21 SUPERVISION to li,wang",
            "2026-07-28 SUMMONS to li,wang",
            "2026-08-11 SUMMONS to li,wang",
            "2026-12-21 SUMMONS to li,wang");
  }

  @Test
  void whoeverTakesItIsLeftInPeaceUntilTheirTimeIsOver() {
    city.judge(Verdicts.rail()).until("2026-07-01T10:00:00");
    city.obey(Verdicts.RAIL, new Acknowledge(LI, "在查", LocalDate.parse("2026-07-13")));
    city.mailings.clear();
    city.until("2026-07-13T23:00:00");
    assertThat(city.log()).isEmpty();
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    city.until("2026-07-17T10:00:00");
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.OPEN);
    assertThat(city.log()).containsExactly("2026-07-17 REMINDER to li");
  }

  @Test
  void aPlanStopsWhatAsksForAPlanAndItsMissedDayBringsItBack() {
    city.judge(Verdicts.rail()).until("2026-07-01T10:00:00");
    city.obey(Verdicts.RAIL, new PlanAction(LI, "增加班组", LocalDate.parse("2026-08-21")));
    city.mailings.clear();
    city.until("2026-08-21T23:00:00");
    assertThat(told("SUPERVISION")).isEmpty();
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.RECTIFYING);
    city.until("2026-08-24T10:00:00");
    assertThat(city.alert(Verdicts.RAIL).status()).isEqualTo(AlertStatus.OPEN);
    assertThat(city.log()).last().isEqualTo("2026-08-24 REMINDER to li");
  }

  @Test
  void afterAStandstillOnlyTheHighestRungIsTold() {
    city.judge(Verdicts.rail());
    city.mailings.clear();
    city.clock.set(Instant.parse("2026-08-14T02:00:00Z"));
    city.desk.timeCame(city.store);
    city.settle();
    assertThat(told("S")).containsExactly("2026-08-14 SUMMONS to li,wang");
    assertThat(city.alert(Verdicts.RAIL).care().climbed())
        .containsExactly(
            "supervise-unanswered", "supervise-planless", "summon-unanswered", "summon-planless");
  }

  @Test
  void everyStepNamesItsCauseItsActorAndItsTime() {
    city.judge(Verdicts.rail());
    city.obey(Verdicts.RAIL, new Assign(LI, "请处理", "王芳"));
    city.until("2026-07-03T10:00:00");
    city.owes(Verdicts.LINE, null, "", "");
    List<Transition> steps = city.store.moves().stream().map(Move::transition).toList();
    assertThat(steps)
        .extracting(Transition::action)
        .containsExactly(Action.OPENED, Action.ASSIGNED, Action.REMINDED);
    assertThat(steps.get(0).causeEventId()).isEqualTo("event");
    assertThat(steps.get(0).judgementId()).isEqualTo("judgement-1");
    assertThat(steps.get(1).actor()).isEqualTo(LI);
    assertThat(steps.get(1).comment()).isEqualTo("请处理");
    assertThat(steps.get(2).actor()).isNull();
    assertThat(steps.get(2).at()).isEqualTo("2026-07-03T01:00:00Z");
    assertThat(steps).extracting(Transition::version).containsExactly(1L, 2L, 3L);
  }
}
