package io.waymark.judging;

import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.figure;
import static io.waymark.judging.Given.judged;
import static io.waymark.judging.Given.number;
import static io.waymark.judging.Given.rail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A five-year target whose schedule goes through annual ones, and annual targets that are met
 * already.
 */
class AnnualTargetsTest {
  private static final List<Waypoint> ANNUAL =
      List.of(
          new Waypoint(day("2026-12-31"), number("580")),
          new Waypoint(day("2027-12-31"), number("592")));

  @Test
  void theScheduleGoesStraightFromOneAnnualTargetToTheNext() {
    TargetJudgement judged =
        judged(
            rail().waypoints(ANNUAL).figures(List.of(figure("2027-06-30", "586"))), "2027-06-30");

    // 580 + (592 - 580) x 181 / 365, where the straight line of five years stands at 598.0.
    assertThat(judged.figures().scheduled()).isCloseTo(580 + 12 * 181 / 365.0, within(1e-9));
    assertThat(judged.lights().position()).isEqualTo(Light.ON_TRACK);
    assertThat(judged.steps())
        .anySatisfy(step ->
            assertThat(step.arithmetic()).isEqualTo("580 + (592 − 580) × 181 / 365 = 586.0"));
    assertThat(
            judged(rail().figures(List.of(figure("2027-06-30", "586"))), "2027-06-30")
                .lights()
                .position())
        .isEqualTo(Light.OFF_TRACK);
  }

  @Test
  void onTheDueDateTheScheduleStandsAtTheTarget() {
    TargetJudgement judged =
        judged(
            rail().waypoints(ANNUAL).figures(List.of(figure("2030-12-31", "640"))), "2030-12-31");
    assertThat(judged.figures().scheduled()).isEqualTo(645);
  }

  @Test
  void anAnnualTargetBelowTheBaseAsksForNoWayBack() {
    List<Waypoint> lower = List.of(new Waypoint(day("2026-12-31"), number("570")));

    TargetJudgement judged =
        judged(rail().waypoints(lower).figures(List.of(figure("2026-09-30", "578"))), "2026-09-30");

    assertThat(judged.figures().scheduled()).isEqualTo(578);
    assertThat(judged.figures().gap()).isZero();
    assertThat(judged.lights().position().bad()).isFalse();
  }

  @Test
  void aTargetBelowWhatIsReachedIsHeldAndRaisesNoAlarm() {
    // 2025: at least 1,500 waste-free cells, 1,588 at the end of 2024; all of 100 % sections good.
    TargetBuilder cells = year(Measure.LEVEL, "1500", "1588");
    TargetBuilder sections = year(Measure.SHARE, "100", "100");

    for (String asOf : List.of("2025-03-31", "2025-06-30", "2025-11-30")) {
      for (TargetBuilder target : List.of(cells, sections)) {
        TargetJudgement untold = judged(target, asOf);
        assertThat(untold.lights().overall().bad()).as(asOf).isFalse();
        assertThat(untold.figures().gap()).isNull();
      }
    }
    TargetJudgement kept =
        judged(
            sections.figures(List.of(figure("2024-12-31", "100"), figure("2025-06-30", "100"))),
            "2025-06-30");
    assertThat(kept.lights().overall()).isEqualTo(Light.ON_TRACK);
    TargetJudgement better =
        judged(
            cells.figures(List.of(figure("2024-12-31", "1588"), figure("2025-06-30", "1560"))),
            "2025-06-30");
    assertThat(better.lights().overall()).isEqualTo(Light.ON_TRACK);
    assertThat(better.figures().gap()).isEqualTo(60.0);
    assertThat(better.figures().ratio()).isNull();
  }

  @Test
  void aHeldTargetThatIsLostStillRaisesTheAlarm() {
    TargetJudgement lost =
        judged(
            year(Measure.SHARE, "100", "100")
                .figures(List.of(figure("2024-12-31", "100"), figure("2025-06-30", "92"))),
            "2025-06-30");
    assertThat(lost.lights().overall()).isEqualTo(Light.OFF_TRACK);
  }

  private static TargetBuilder year(Measure measure, String target, String reached) {
    return TargetQuestion.of(measure, Comparator.GE, Direction.UP)
        .value(number(target))
        .plan(day("2025-01-01"), day("2025-12-31"))
        .base(number(reached), null)
        .figures(List.of(figure("2024-12-31", reached)));
  }
}
