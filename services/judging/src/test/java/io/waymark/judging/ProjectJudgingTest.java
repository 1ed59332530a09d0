package io.waymark.judging;

import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.project;
import static io.waymark.judging.Given.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProjectJudgingTest {
  private static final List<Suspension> NEVER = List.of();

  private static ProjectJudgement halfWay(double percent) {
    return Judge.project(
        project(
            "2026-01-01", "2030-01-01", "2028-01-01", NEVER, report("2028-01-01", percent, null)));
  }

  @Test
  void thirtyEightOfFiftyIsAtRiskAndTwentyFiveOff() {
    assertThat(halfWay(38).lights().position()).isEqualTo(Light.AT_RISK);
    assertThat(halfWay(38).figures().ratio()).isCloseTo(0.76, within(0.001));
    assertThat(halfWay(38).figures().pointsBehind()).isCloseTo(12, within(0.1));
    assertThat(halfWay(25).lights().position()).isEqualTo(Light.OFF_TRACK);
  }

  @Test
  void aProjectExactlyOnScheduleIsOnTrackAllTheWay() {
    for (String date : List.of("2026-06-30", "2027-06-30", "2028-06-30", "2029-06-30")) {
      ProjectQuestion empty = project("2026-01-01", "2030-01-01", date, NEVER);
      Double scheduled = ProjectState.scheduledPercent(empty, day(date));
      ProjectJudgement judgement =
          Judge.project(
              project("2026-01-01", "2030-01-01", date, NEVER, report(date, scheduled, null)));
      assertThat(judgement.lights().overall()).as(date).isEqualTo(Light.ON_TRACK);
    }
  }

  @Test
  void beforeAnyReportThePlannedFinishIsMovedByTheSlippage() {
    ProjectForecast forecast =
        Judge.forecast(project("2026-01-01", "2030-01-01", "2026-01-01", NEVER));
    assertThat(forecast.quantile(0.5))
        .isEqualTo(day("2026-01-01").plusDays((long) Math.ceil(1461 + 0.18 * 1.2 * 1461)));
  }

  /** The project that docs/judging.md draws. */
  @Test
  void aProjectThatLagsAndSlipsIsLaterThanItDeclares() {
    ProjectForecast forecast =
        Judge.forecast(
            project(
                "2025-01-01",
                "2029-12-31",
                "2027-06-30",
                NEVER,
                report("2027-06-30", 35.0, "2030-06-30")));
    assertThat(forecast.chanceBy(day("2029-12-31"))).isCloseTo(0.07, within(0.005));
    assertThat(forecast.chanceBy(day("2030-06-30"))).isCloseTo(0.17, within(0.005));
    assertThat(forecast.quantile(0.5)).isBetween(day("2031-05-17"), day("2031-05-19"));
    assertThat(forecast.quantile(0.1)).isBetween(day("2030-03-03"), day("2030-03-05"));
    assertThat(forecast.quantile(0.9)).isBetween(day("2033-02-13"), day("2033-02-15"));
  }

  @Test
  void aSilentProjectIsUnknownNotGreen() {
    ProjectJudgement judgement =
        Judge.project(project("2026-01-01", "2030-01-01", "2028-01-01", NEVER));
    assertThat(judgement.lights().overall()).isEqualTo(Light.UNKNOWN);
    assertThat(judgement.lights().unknownReason()).isEqualTo(UnknownReason.NO_DATA_YET);
  }

  @Test
  void aProjectWhoseTimeHasNotComeHasNotStarted() {
    ProjectJudgement judgement =
        Judge.project(project("2028-01-01", "2030-01-01", "2027-01-01", NEVER));
    assertThat(judgement.lights().unknownReason()).isEqualTo(UnknownReason.NOT_STARTED);
  }

  @Test
  void aStopMovesTheScheduleAndStopsTheLights() {
    List<Suspension> open = List.of(new Suspension(day("2027-07-01"), null));
    ProjectReportPair pair = new ProjectReportPair(open);
    assertThat(pair.judged().lights().overall()).isEqualTo(Light.SUSPENDED);
    List<Suspension> over = List.of(new Suspension(day("2027-07-01"), day("2027-12-31")));
    ProjectJudgement resumed = new ProjectReportPair(over).judged();
    assertThat(resumed.figures().scheduledPercent()).isCloseTo(37.5, within(0.1));
    assertThat(resumed.lights().position()).isEqualTo(Light.ON_TRACK);
  }

  /** 38 % half way, with stops. */
  private record ProjectReportPair(List<Suspension> stops) {
    ProjectJudgement judged() {
      return Judge.project(
          project(
              "2026-01-01", "2030-01-01", "2028-01-01", stops, report("2028-01-01", 38.0, null)));
    }
  }

  @Test
  void aFinishedProjectIsDoneFromTheFirstReportThatSaysSo() {
    ProjectJudgement judgement =
        Judge.project(
            project(
                "2026-01-01",
                "2030-01-01",
                "2029-06-30",
                NEVER,
                report("2029-03-31", 100.0, null),
                report("2029-06-30", 100.0, null)));
    assertThat(judgement.forecast().completedOn()).isEqualTo("2029-03-31");
    assertThat(judgement.lights().overall()).isEqualTo(Light.AHEAD);
    assertThat(judgement.figures().pOnTime()).isOne();
  }

  @Test
  void twoSilentQuartersTurnFreshnessRedAndGreenAmber() {
    ProjectJudgement judgement =
        Judge.project(
            project(
                "2026-01-01", "2030-01-01", "2028-12-31", NEVER, report("2028-03-31", 60.0, null)));
    assertThat(judgement.lights().freshness()).isEqualTo(Light.OFF_TRACK);
    assertThat(judgement.lights().overall()).isNotIn(Light.ON_TRACK, Light.AHEAD);
  }

  @Test
  void ofTwoReportsOfOneDayTheOneLearntLaterCounts() {
    ProgressReport early =
        new ProgressReport("z", day("2028-01-01"), 50.0, null, null, Instant.EPOCH, false);
    ProgressReport late =
        new ProgressReport(
            "a", day("2028-01-01"), 40.0, null, null, Instant.EPOCH.plusSeconds(1), false);
    ProjectJudgement judgement =
        Judge.project(project("2026-01-01", "2030-01-01", "2028-01-01", NEVER, late, early));
    assertThat(judgement.figures().percentComplete()).isEqualTo(40);
  }

  @Test
  void aLaterDeclaredFinishMovesTheForecast() {
    ProjectForecast planned =
        Judge.forecast(
            project(
                "2026-01-01",
                "2030-01-01",
                "2028-01-01",
                NEVER,
                report("2028-01-01", 50.0, "2030-01-01")));
    ProjectForecast slipped =
        Judge.forecast(
            project(
                "2026-01-01",
                "2030-01-01",
                "2028-01-01",
                NEVER,
                report("2028-01-01", 50.0, "2031-06-30")));
    assertThat(slipped.quantile(0.5)).isAfter(planned.quantile(0.5));
  }

  @Test
  void onceWorksRunADeclaredFinishIsTrustedMore() {
    ProjectQuestion works =
        project("2026-01-01", "2030-01-01", "2028-01-01", NEVER, phase(Phase.BUILDING));
    ProjectQuestion papers =
        project("2026-01-01", "2030-01-01", "2028-01-01", NEVER, phase(Phase.PREPARATION));
    assertThat(Judge.forecast(works).quantile(0.5)).isBefore(Judge.forecast(papers).quantile(0.5));
  }

  private static ProgressReport phase(Phase phase) {
    return new ProgressReport(
        "r", day("2027-12-31"), null, day("2030-01-01"), phase, Instant.EPOCH, false);
  }

  @Test
  void aFinishThatWasPutOffBeforeIsTrustedALittleLess() {
    ProjectForecast steady = Judge.forecast(declaredTwice("2030-12-31"));
    ProjectForecast putOff = Judge.forecast(declaredTwice("2029-12-31"));
    assertThat(putOff.quantile(0.5)).isAfter(steady.quantile(0.5));
  }

  /** Declared once in 2026, and 2030-12-31 at last. */
  private static ProjectQuestion declaredTwice(String first) {
    return project(
        "2026-01-01",
        "2029-12-31",
        "2028-01-01",
        NEVER,
        report("2026-12-31", null, first),
        report("2028-01-01", null, "2030-12-31"));
  }

  @Test
  void theArithmeticOfTheFinishCanBeFollowed() {
    ProjectJudgement judgement =
        Judge.project(
            project(
                "2026-01-01",
                "2030-01-01",
                "2028-01-01",
                NEVER,
                report("2028-01-01", 50.0, "2030-01-01")));
    assertThat(judgement.steps())
        .extracting(Step::arithmetic)
        .contains(
            "731 + 0.180 × (731 + 0.2 × 1461) = 915",
            "731 / 730 = 1.00",
            "(1461 − 731) × (730 + 0.25 × 1461) / (731 + 0.25 × 1461) → 730",
            "√(915 × 730) = 817");
  }

  @Test
  void aStopThatIsOverMovesEveryQuantileByItsDays() {
    List<Suspension> stop = List.of(new Suspension(day("2027-01-01"), day("2027-04-11")));
    ProjectForecast free =
        Judge.forecast(
            project(
                "2026-01-01",
                "2030-01-01",
                "2028-01-01",
                NEVER,
                report("2026-12-31", 20.0, "2030-03-01"),
                report("2028-01-01", 45.0, "2030-06-01")));
    ProjectForecast stopped =
        Judge.forecast(
            project(
                "2026-01-01",
                "2030-01-01",
                "2028-04-10",
                stop,
                report("2026-12-31", 20.0, "2030-03-01"),
                report("2028-04-10", 45.0, "2030-09-09")));
    for (double p = 0.05; p < 1; p += 0.05) {
      assertThat(stopped.quantile(p))
          .isEqualTo(Objects.requireNonNull(free.quantile(p)).plusDays(100));
    }
  }

  @Test
  void theSentenceKeepsPercentAndPointsApart() {
    Text sentence =
        Sentence.ofProject(halfWay(38), new Text("杨泗港泵站", "Yangsigang pumping station"));
    assertThat(sentence.zh()).startsWith("杨泗港泵站 完成 38%，比序时进度落后 12.0 个百分点；预计 ");
    assertThat(sentence.en())
        .startsWith(
            "Yangsigang pumping station is 38% complete, 12.0 percentage points behind schedule; ");
  }
}
