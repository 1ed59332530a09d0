package io.waymark.rulebooks;

import static io.waymark.judging.Light.AHEAD;
import static io.waymark.judging.Light.AT_RISK;
import static io.waymark.judging.Light.OFF_TRACK;
import static io.waymark.judging.Light.ON_TRACK;
import static io.waymark.rulebooks.Cases.figure;
import static io.waymark.rulebooks.Cases.judged;
import static io.waymark.rulebooks.Cases.project;
import static io.waymark.rulebooks.Cases.rail;
import static io.waymark.rulebooks.Cases.report;
import static io.waymark.rulebooks.Cases.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waymark.judging.Judge;
import io.waymark.judging.Light;
import io.waymark.judging.Lights;
import io.waymark.judging.Phase;
import io.waymark.judging.Step;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.Text;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every shipped rule on figures that can be checked by hand. Thresholds are those of the published
 * rules, which each rulebook names as its source: Wuhan's (80 and 60 % of the scheduled progress),
 * Open SDG's progress measure (0.95, 0.6 and 0 of the growth required) and the others'.
 */
class WorkedExamplesTest {

  @ParameterizedTest(name = "{0}: scheduled {1}, actual {2} is {3}")
  @CsvSource({
    "wuhan, 50, 38, AT_RISK, ",
    "yinchuan, 50, 38, AT_RISK, ",
    "ouhai, 50, 38, OFF_TRACK, missed",
    "rpmc, 50, 38, OFF_TRACK, critical",
    "niti, 50, 38, OFF_TRACK, ",
    "opensdg, 50, 38, AT_RISK, needs acceleration",
    "escap, 50, 38, AT_RISK, accelerate",
    "waymark, 50, 38, AT_RISK, ",
    "wuhan, 5,  2, OFF_TRACK, ",
    "yinchuan, 5,  2, ON_TRACK, 'undefined in the source, read as on track'",
    "ouhai, 5,  2, OFF_TRACK, missed",
    "rpmc, 5,  2, ON_TRACK, ",
    "niti, 5,  2, OFF_TRACK, ",
    "opensdg, 5,  2, OFF_TRACK, limited progress",
    "escap, 5,  2, AT_RISK, accelerate",
    "waymark, 5,  2, AT_RISK, "
  })
  void citiesDisagreeOnTheSameFacts(
      String rulebook, double due, double made, Light light, String word) {
    Lights lights = project(rulebook, due, made).lights();

    assertThat(lights.position()).isEqualTo(light);
    assertThat(word(lights)).isEqualTo(Objects.requireNonNullElse(word, ""));
  }

  @ParameterizedTest(name = "{0}: rail at 590 km is {1}")
  @CsvSource({
    "wuhan, OFF_TRACK, ",
    "yinchuan, AT_RISK, ",
    "ouhai, OFF_TRACK, missed",
    "rpmc, OFF_TRACK, critical",
    "niti, OFF_TRACK, ",
    "opensdg, AT_RISK, needs acceleration",
    "escap, AT_RISK, accelerate",
    "waymark, OFF_TRACK, "
  })
  void railAt590Kilometres(String rulebook, Light light, String word) {
    TargetJudgement judgement = rail(rulebook);

    assertThat(judgement.figures().scheduled()).isCloseTo(598.0, within(0.05));
    assertThat(judgement.figures().ratio()).isCloseTo(0.599, within(0.0005));
    assertThat(judgement.figures().pointsBehind()).isCloseTo(12.0, within(0.05));
    assertThat(judgement.lights().position()).isEqualTo(light);
    assertThat(word(judgement.lights())).isEqualTo(Objects.requireNonNullElse(word, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "20.0, ON_TRACK",
    "40.1, ON_TRACK",
    "39.9, AT_RISK",
    "30.0, AT_RISK",
    "29, OFF_TRACK"
  })
  void wuhanIsYellowUnderEightyAndRedUnderSixtyPercent(double made, Light light) {
    double due = made == 20.0 ? 20 : 50;
    assertThat(project("wuhan", due, made).lights().position()).isEqualTo(light);
  }

  @ParameterizedTest
  @CsvSource({"50, ON_TRACK", "41, ON_TRACK", "40, AT_RISK", "20, AT_RISK", "19, OFF_TRACK"})
  void yinchuanIsYellowFromTenPointsAndRedBeyondThirty(double made, Light light) {
    assertThat(project("yinchuan", 50, made).lights().position()).isEqualTo(light);
  }

  @Test
  void whatYinchuansSourceLeavesUndefinedIsReadAsOnTrackAndSaysSo() {
    assertThat(word(project("yinchuan", 5, 2).lights()))
        .isEqualTo("undefined in the source, read as on track");
    assertThat(project("yinchuan", 50, 50).lights().level()).isNull();
  }

  @ParameterizedTest(name = "told on {0} that nothing has begun: {1}")
  @CsvSource({
    "2026-01-20, AT_RISK, late start",
    "2026-03-31, AT_RISK, late start",
    "2026-04-01, OFF_TRACK, three months late in starting"
  })
  void yinchuansLateStartIsYellowAndRedAfterThreeMonths(String date, Light light, String word) {
    LocalDate day = LocalDate.parse(date);
    Lights lights =
        Judge.project(
                Cases.works(
                    Cases.rulebook("yinchuan"),
                    LocalDate.parse("2035-12-31"),
                    day,
                    report(day, null, Phase.PREPARATION)))
            .lights();

    assertThat(lights.position()).isEqualTo(light);
    assertThat(word(lights)).isEqualTo(word);
  }

  @Test
  void silenceIsNoLateStart() {
    Lights lights =
        Judge.project(
                Cases.works(
                    Cases.rulebook("yinchuan"),
                    LocalDate.parse("2035-12-31"),
                    LocalDate.parse("2026-09-30")))
            .lights();

    assertThat(lights.position()).isEqualTo(Light.UNKNOWN);
  }

  @Test
  void ouhaisMissedMonthTurnsYellowOnceCaughtUpAndNeverGreen() {
    var missed = figure("2027-06-30", "590");
    var enough = figure("2027-09-30", "602");

    assertThat(judged("ouhai", target("578", "645", missed), "2027-06-30").lights().position())
        .isEqualTo(OFF_TRACK);
    TargetJudgement restated = judged("ouhai", target("578", "645", missed, enough), "2027-06-30");
    assertThat(restated.lights().position()).isEqualTo(AT_RISK);
    assertThat(word(restated.lights())).isEqualTo("missed, caught up since");
    assertThat(restated.pins().inputIds()).contains("o-2027-09-30");
    assertThat(
            judged("ouhai", target("578", "645", missed, enough), "2027-09-30").lights().position())
        .isEqualTo(ON_TRACK);
  }

  /** 245 + (578 - 250) = 573 of 584.6 due in June; 460 + (578 - 430) = 608 in September. */
  @Test
  void ouhaisLaterMonthIsCountedAsTheMissedOneWasWhereFiguresStartAgainEachJanuary() {
    var figures =
        target(
                "578",
                "645",
                figure("2025-06-30", "250"),
                figure("2025-09-30", "430"),
                figure("2025-12-31", "578"),
                figure("2026-06-30", "245"),
                figure("2026-09-30", "460"))
            .yearToDate(true);

    TargetJudgement restated = judged("ouhai", figures, "2026-06-30");

    assertThat(restated.lights().position()).isEqualTo(AT_RISK);
    assertThat(word(restated.lights())).isEqualTo("missed, caught up since");
    assertThat(restated.figures().counted())
        .extracting(one -> one.periodEnd() + " " + one.value())
        .containsExactly("2025-12-31 578", "2026-06-30 573");
  }

  @Test
  void noOtherRuleLooksAtFiguresOfLaterDays() {
    var later = target("578", "645", figure("2027-06-30", "590"), figure("2027-09-30", "640"));

    assertThat(judged("wuhan", later, "2027-06-30").pins().inputIds())
        .containsExactly("o-2027-06-30");
  }

  @ParameterizedTest
  @CsvSource({
    "46, ON_TRACK, ",
    "45, AT_RISK, early warning",
    "40, OFF_TRACK, critical",
    "35, OFF_TRACK, terminal"
  })
  void rpmcTellsThreeLevelsByItsOwnNames(double made, Light light, String word) {
    Lights lights = project("rpmc", 50, made).lights();

    assertThat(lights.position()).isEqualTo(light);
    assertThat(word(lights)).isEqualTo(Objects.requireNonNullElse(word, ""));
  }

  @ParameterizedTest
  @CsvSource({"50, ON_TRACK", "49.9, AT_RISK", "45, AT_RISK", "44.9, OFF_TRACK"})
  void nitiIsGreenFromAllThatIsDueAndRedUnderNinetyPercent(double made, Light light) {
    assertThat(project("niti", 50, made).lights().position()).isEqualTo(light);
  }

  /**
   * 100 → 200 in 1826 days needs 14.872 % a year; 124 after 730 days is 11.363 %, or 76.4 % of it.
   */
  @ParameterizedTest(name = "100 to {0} in two of five years")
  @CsvSource({
    "132, ON_TRACK, ",
    "124, AT_RISK, needs acceleration",
    "110, OFF_TRACK, limited progress",
    "99, OFF_TRACK, deterioration"
  })
  void openSdgComparesGrowthObservedWithGrowthRequired(String now, Light light, String word) {
    TargetJudgement judgement =
        judged("opensdg", target("100", "200", figure("2027-12-31", now)), "2027-12-31");

    assertThat(judgement.lights().position()).isEqualTo(light);
    assertThat(word(judgement.lights())).isEqualTo(Objects.requireNonNullElse(word, ""));
  }

  @Test
  void openSdgsArithmeticCanBeCheckedByHand() {
    TargetJudgement judgement =
        judged("opensdg", target("100", "200", figure("2027-12-31", "124")), "2027-12-31");

    assertThat(judgement.steps())
        .extracting(Step::arithmetic)
        .contains("11.363 % / 14.872 %", "60 % ≤ 76.41 % < 95 % (opensdg 1)");
  }

  @Test
  void openSdgOnRailComparesTwoSmallGrowthRates() {
    assertThat(rail("opensdg").steps())
        .extracting(Step::arithmetic)
        .contains("1.384 % / 2.218 %", "60 % ≤ 62.40 % < 95 % (opensdg 1)");
  }

  @Test
  void openSdgFromABaseOfZeroMeasuresTheAnnualChange() {
    TargetJudgement judgement =
        judged("opensdg", target("0", "50", figure("2027-12-31", "15")), "2027-12-31");

    assertThat(judgement.lights().position()).isEqualTo(AT_RISK);
    assertThat(judgement.steps())
        .extracting(Step::arithmetic)
        .contains("60 % ≤ 75.04 % < 95 % (opensdg 1)");
  }

  @Test
  void openSdgDoesNotTakeDecayFromABetterBaseForProgress() {
    TargetJudgement judgement =
        judged("opensdg", target("60", "50", figure("2027-12-31", "40")), "2027-12-31");

    assertThat(judgement.lights().position()).isEqualTo(OFF_TRACK);
  }

  /** Two figures, so the line through them goes on: 590 + 12 / 1.49 × 3.50 = 618.1. */
  @Test
  void escapSetsTheGapThatIsLeftAgainstTheProgressRequired() {
    TargetJudgement judgement = rail("escap");

    assertThat(judgement.steps())
        .extracting(Step::arithmetic)
        .contains("(645.00 − 618.13) / 67.00", "10 % ≤ 40.10 % < 100 % (escap 1)");
    assertThat(word(judgement.lights())).isEqualTo("accelerate");
  }

  @ParameterizedTest
  @CsvSource({"599, ON_TRACK, ", "596, AT_RISK, accelerate", "577, OFF_TRACK, reverse"})
  void escapMaintainsAcceleratesAndReverses(String now, Light light, String word) {
    TargetJudgement judgement =
        judged("escap", target("578", "645", figure("2027-06-30", now)), "2027-06-30");

    assertThat(judgement.lights().position()).isEqualTo(light);
    assertThat(word(judgement.lights())).isEqualTo(Objects.requireNonNullElse(word, ""));
  }

  @Test
  void escapGivesRecentFiguresMoreWeight() {
    var early = target("578", "645", figure("2026-06-30", "595"), figure("2027-06-30", "596"));
    var late = target("578", "645", figure("2026-06-30", "579"), figure("2027-06-30", "596"));

    assertThat(judged("escap", late, "2027-06-30").lights().position()).isEqualTo(ON_TRACK);
    assertThat(judged("escap", early, "2027-06-30").lights().position()).isEqualTo(AT_RISK);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 56, AHEAD",
    "50, 50, ON_TRACK",
    "90, 82, ON_TRACK",
    "50, 44, AT_RISK",
    "10, 8, ON_TRACK",
    "5, 2, AT_RISK",
    "50, 37, OFF_TRACK"
  })
  void waymarkTakesTheMiddleOfRatioAndPoints(double due, double made, Light light) {
    assertThat(project("waymark", due, made).lights().position()).isEqualTo(light);
  }

  @Test
  void aTargetThatIsMetIsGreenUnderEveryRule() {
    for (String name : Rulebooks.shipped().names()) {
      assertThat(
              judged(name, target("578", "645", figure("2027-06-30", "645")), "2027-06-30")
                  .lights()
                  .position())
          .as(name)
          .isEqualTo(AHEAD);
    }
  }

  private static String word(Lights lights) {
    Text level = lights.level();
    return level == null ? "" : level.en();
  }
}
