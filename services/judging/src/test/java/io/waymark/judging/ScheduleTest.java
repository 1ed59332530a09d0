package io.waymark.judging;

import static io.waymark.judging.Given.WUHAN;
import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.inProportion;
import static io.waymark.judging.Given.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A project's own schedule instead of the straight line. */
class ScheduleTest {
  private static final List<SchedulePoint> S_CURVE =
      List.of(
          point("2026-07-01", 5),
          new SchedulePoint(day("2027-07-01"), 40, new Text("隧道贯通", "Tunnel through")),
          new SchedulePoint(day("2028-07-01"), 80, new Text("铺轨完成", "Track laid")),
          point("2029-12-31", 100));

  private static SchedulePoint point(String date, double percent) {
    return new SchedulePoint(day(date), percent, null);
  }

  private static ProjectQuestion scheduled(
      List<SchedulePoint> schedule,
      String asOf,
      List<Suspension> stops,
      ProgressReport... reports) {
    return new ProjectQuestion(
        day("2026-01-01"),
        day("2029-12-31"),
        Phase.BUILDING,
        List.of(reports),
        stops,
        Frequency.QUARTERLY,
        "rail",
        false,
        WUHAN,
        day(asOf),
        schedule);
  }

  private static ScheduleLine line(List<SchedulePoint> schedule) {
    return Objects.requireNonNull(ScheduleLine.of(scheduled(schedule, "2026-01-01", List.of())));
  }

  /**
   * W. Lipke, 'Schedule is Different', The Measurable News, 2003: ES = C + (EV − PV_C) / (PV_C+1 −
   * PV_C), with C the periods whose planned value is earned in full. Planned 10, 30, 60, 90, 100 by
   * period; 50 earned in period 4: ES = 2 + (50 − 30) / (60 − 30), SPI(t) = ES / 4.
   */
  @Test
  void earnedScheduleIsLipkesTextbookFormula() {
    double[] planned = {10, 30, 60, 90, 100};
    List<SchedulePoint> periods = new ArrayList<>();
    for (int i = 0; i < planned.length; i++) {
      periods.add(new SchedulePoint(day("2026-01-01").plusDays(30L * (i + 1)), planned[i], null));
    }
    double earned = line(periods).earned(50, 120) / 30;
    assertThat(earned).isCloseTo(2 + (50.0 - 30) / (60 - 30), within(1e-12));
    assertThat(earned / 4).isCloseTo(0.667, within(0.0005));
    assertThat(line(periods).earned(30, 120) / 30).isCloseTo(2, within(1e-12));
  }

  @Test
  void theCurveStandsInsteadOfTheStraightLine() {
    ProjectJudgement judgement =
        Judge.project(
            scheduled(S_CURVE, "2027-01-01", List.of(), report("2027-01-01", 22.0, null)));
    assertThat(judgement.figures().scheduledPercent())
        .isCloseTo(5 + 35 * 184 / 365.0, within(1e-9));
    assertThat(judgement.steps())
        .extracting(Step::arithmetic)
        .contains("5 % + (40 − 5) % × 184 / 365 = 22.6 %");
    assertThat(judgement.lights().position()).isEqualTo(Light.ON_TRACK);
    ProjectJudgement straight =
        Judge.project(
            scheduled(List.of(), "2027-01-01", List.of(), report("2027-01-01", 19.0, null)));
    assertThat(straight.lights().position()).isEqualTo(Light.AT_RISK);
  }

  @Test
  void aSlowStartThatIsPlannedDoesNotPutOffTheFinish() {
    ProgressReport slow = report("2026-07-01", 5.0, null);
    ProjectForecast curve = Judge.forecast(scheduled(S_CURVE, "2026-07-01", List.of(), slow));
    ProjectForecast straight = Judge.forecast(scheduled(List.of(), "2026-07-01", List.of(), slow));
    assertThat(curve.quantile(0.5)).isBefore(straight.quantile(0.5));
  }

  @Test
  void milestonesThatAreDueAreReachedOrMissedByName() {
    ProjectJudgement missed =
        Judge.project(
            scheduled(S_CURVE, "2028-07-01", List.of(), report("2028-07-01", 55.0, null)));
    Step step =
        missed.steps().stream()
            .filter(s -> s.label().equals(Words.MILESTONES))
            .findFirst()
            .orElseThrow();
    assertThat(step.arithmetic()).isEqualTo("1 / 2");
    assertThat(step.result().zh()).isEqualTo("未达到：铺轨完成（2028-07-01）");
    assertThat(step.result().en()).isEqualTo("missed: Track laid (2028-07-01)");
    ProjectForecast reached =
        Judge.forecast(
            scheduled(S_CURVE, "2028-07-01", List.of(), report("2028-07-01", 80.0, null)));
    assertThat(reached.quantile(0.5)).isBefore(missed.forecast().quantile(0.5));
  }

  @Test
  void aPauseOfTheScheduleIsNeitherLeadNorDelay() {
    ScheduleLine winter =
        line(List.of(point("2026-11-30", 20), point("2027-03-01", 20), point("2029-12-31", 100)));
    double spent = winter.worked(day("2027-01-15"));
    assertThat(winter.earned(20, spent)).isEqualTo(spent);
    assertThat(winter.earned(20, 2000)).isEqualTo(winter.worked(day("2027-03-01")));
    assertThat(winter.percentOn(day("2027-01-15"))).isEqualTo(20);
  }

  @Test
  void aScheduleSufficesWhereNoDatesAreRegistered() {
    ProjectQuestion question =
        new ProjectQuestion(
            null,
            null,
            Phase.BUILDING,
            List.of(report("2027-07-01", 30.0, null)),
            List.of(),
            Frequency.QUARTERLY,
            "rail",
            false,
            WUHAN,
            day("2027-07-01"),
            S_CURVE);
    ProjectJudgement judgement = Judge.project(question);
    assertThat(judgement.figures().scheduledPercent()).isEqualTo(40);
    assertThat(judgement.figures().pOnTime()).isNotNull();
    assertThat(judgement.lights().position()).isEqualTo(Light.AT_RISK);
  }

  @Test
  void aContributionInProportionFollowsTheCurveBeforeAnyReportAndAfterTheLast() {
    LocalDate figure = day("2026-06-30");
    ProjectForecast silent = Judge.forecast(scheduled(S_CURVE, "2027-07-01", List.of()));
    assertThat(Additions.left(inProportion("a", "10", silent), day("2027-07-01")))
        .isCloseTo(6, within(1e-9));
    ProjectForecast early =
        Judge.forecast(
            scheduled(S_CURVE, "2026-07-01", List.of(), report("2026-07-01", 5.0, null)));
    ProjectForecast evenly =
        Judge.forecast(
            scheduled(List.of(), "2026-07-01", List.of(), report("2026-07-01", 5.0, null)));
    assertThat(early.percentAfter(5, 731, 1279)).isCloseTo(80, within(1e-9));
    assertThat(evenly.percentAfter(5, 731, 1279)).isCloseTo(5 + 95 * 731 / 1279.0, within(1e-9));
    assertThat(Additions.left(inProportion("a", "10", early), figure)).isGreaterThan(9);
  }

  @Test
  void stopsMoveTheCurve() {
    List<Suspension> stop = List.of(new Suspension(day("2026-09-01"), day("2026-12-10")));
    ScheduleLine free = line(S_CURVE);
    ScheduleLine stopped =
        Objects.requireNonNull(ScheduleLine.of(scheduled(S_CURVE, "2027-12-31", stop)));
    for (LocalDate date = day("2026-12-10"); date.getYear() < 2030; date = date.plusMonths(1)) {
      assertThat(stopped.percentOn(date)).isEqualTo(free.percentOn(date.minusDays(100)));
    }
  }

  /** A random rising schedule within the planned dates. */
  private static List<SchedulePoint> random(Random random) {
    List<SchedulePoint> points = new ArrayList<>();
    LocalDate date = day("2026-01-01").plusDays(random.nextInt(200));
    double percent = 0;
    while (date.isBefore(day("2029-12-31"))) {
      percent = Math.min(100, percent + (random.nextBoolean() ? 30 * random.nextDouble() : 0));
      points.add(new SchedulePoint(date, percent, null));
      date = date.plusDays(1 + random.nextInt(300));
    }
    return points;
  }

  @Test
  void underAnyScheduleMoreProgressNeverLowersAChanceAndQuantilesNeverCross() {
    Random random = new Random(3);
    for (int world = 0; world < 200; world++) {
      List<SchedulePoint> schedule = random(random);
      String asOf = day("2026-02-01").plusDays(random.nextInt(1600)).toString();
      LocalDate by = day(asOf).plusDays(random.nextInt(1500));
      String declared = random.nextBoolean() ? null : day(asOf).plusDays(600).toString();
      double before = 0;
      for (double percent = 0; percent <= 100; percent += 2.5) {
        ProjectForecast forecast =
            Judge.forecast(scheduled(schedule, asOf, List.of(), report(asOf, percent, declared)));
        double chance = forecast.chanceBy(by);
        assertThat(chance).as("world %s, %s %%", world, percent).isGreaterThanOrEqualTo(before);
        before = chance;
        assertQuantilesRise(forecast);
      }
    }
  }

  private static void assertQuantilesRise(ProjectForecast forecast) {
    double last = 0;
    for (double p = 0.025; p < 1 && !forecast.completed(); p += 0.05) {
      double days = forecast.daysQuantile(p);
      assertThat(days).isGreaterThanOrEqualTo(last);
      last = days;
    }
  }

  @Test
  void underAnyScheduleEarnedDaysInvertThePlannedPercent() {
    Random random = new Random(4);
    for (int world = 0; world < 200; world++) {
      ScheduleLine line = line(random(random));
      for (double days = 0; days <= line.length(); days += 50) {
        double percent = line.percentAfter(days);
        assertThat(line.earned(percent, days)).as("world %s", world).isCloseTo(days, within(1e-6));
      }
    }
  }
}
