package io.waymark.judging;

import static io.waymark.judging.Given.figure;
import static io.waymark.judging.Given.judged;
import static io.waymark.judging.Given.number;
import static io.waymark.judging.Given.rail;
import static io.waymark.judging.Given.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TargetShapesTest {

  private static double chance(TargetJudgement judgement) {
    return Objects.requireNonNull(judgement.outlook()).pMeet();
  }

  @Test
  void aDownwardTargetIsBehindWhereTheFigureIsTooHigh() {
    TargetBuilder builder =
        target(Measure.RATE, Comparator.LE, Direction.DOWN, "20").base(number("40"), null);
    TargetJudgement behind =
        judged(builder.figures(List.of(figure("2028-06-30", "38"))), "2028-06-30");
    assertThat(behind.figures().ratio()).isCloseTo(0.2, within(0.01));
    assertThat(behind.figures().pointsBehind()).isCloseTo(39.9, within(0.1));
    assertThat(behind.lights().position()).isEqualTo(Light.OFF_TRACK);
    TargetJudgement met =
        judged(builder.figures(List.of(figure("2028-06-30", "19"))), "2028-06-30");
    assertThat(met.lights().position()).isEqualTo(Light.AHEAD);
    assertThat(chance(met)).isGreaterThan(chance(behind));
  }

  @Test
  void aTargetBelowItsBaseOnPurposeIsHeldNotReached() {
    TargetBuilder builder =
        target(Measure.LEVEL, Comparator.GE, Direction.UP, "100").base(number("104"), null);
    assertThat(
            judged(builder.figures(List.of(figure("2027-06-30", "101"))), "2027-06-30")
                .lights()
                .position())
        .isEqualTo(Light.ON_TRACK);
    assertThat(
            judged(builder.figures(List.of(figure("2027-06-30", "98"))), "2027-06-30")
                .lights()
                .position())
        .isEqualTo(Light.AT_RISK);
    assertThat(
            judged(builder.figures(List.of(figure("2027-06-30", "80"))), "2027-06-30")
                .lights()
                .position())
        .isEqualTo(Light.OFF_TRACK);
  }

  @Test
  void zeroToBeHeldIsBrokenByASingleOne() {
    TargetBuilder builder =
        target(Measure.LEVEL, Comparator.EQ, Direction.DOWN, "0").base(number("0"), null);
    assertThat(
            judged(builder.figures(List.of(figure("2027-06-30", "0"))), "2027-06-30")
                .lights()
                .position())
        .isEqualTo(Light.ON_TRACK);
    assertThat(
            judged(builder.figures(List.of(figure("2027-06-30", "1"))), "2027-06-30")
                .lights()
                .position())
        .isEqualTo(Light.OFF_TRACK);
  }

  @Test
  void aRangeIsMetFromItsLowerEndUpwardsAndItsUpperEndDownwards() {
    TargetBuilder drainage =
        target(Measure.LEVEL, Comparator.GE, Direction.UP, "20")
            .valueMax(number("30"))
            .base(number("10"), null);
    assertThat(chance(judged(drainage.figures(List.of(figure("2030-12-31", "20"))), "2031-01-10")))
        .isOne();
    assertThat(chance(judged(drainage.figures(List.of(figure("2030-12-31", "35"))), "2031-01-10")))
        .isOne();
    TargetBuilder rescue =
        target(Measure.LEVEL, Comparator.LE, Direction.DOWN, "10")
            .valueMax(number("15"))
            .base(number("20"), null);
    assertThat(chance(judged(rescue.figures(List.of(figure("2030-12-31", "15"))), "2031-01-10")))
        .isOne();
    assertThat(chance(judged(rescue.figures(List.of(figure("2030-12-31", "15.1"))), "2031-01-10")))
        .isZero();
  }

  @Test
  void moreThanIsNotMetByTheNumberItself() {
    TargetBuilder over =
        target(Measure.LEVEL, Comparator.GT, Direction.UP, "30000").base(number("20000"), null);
    assertThat(chance(judged(over.figures(List.of(figure("2030-12-31", "30000"))), "2031-01-10")))
        .isZero();
    assertThat(chance(judged(over.figures(List.of(figure("2030-12-31", "30001"))), "2031-01-10")))
        .isOne();
  }

  @Test
  void anApproximateTargetIsMissedOnBothSidesOfItsTolerance() {
    TargetBuilder share =
        target(Measure.SHARE, Comparator.APPROX, Direction.UP, "27").base(number("25"), null);
    assertThat(chance(judged(share.figures(List.of(figure("2030-12-31", "26.5"))), "2031-01-10")))
        .isOne();
    assertThat(chance(judged(share.figures(List.of(figure("2030-12-31", "26.4"))), "2031-01-10")))
        .isZero();
    assertThat(chance(judged(share.figures(List.of(figure("2030-12-31", "27.6"))), "2031-01-10")))
        .isZero();
    assertThat(
            judged(share.figures(List.of(figure("2027-12-31", "29"))), "2027-12-31")
                .lights()
                .position())
        .isEqualTo(Light.AT_RISK);
  }

  @Test
  void aSumStartsAtZeroWithThePlanAndLeavesEarlierFiguresOut() {
    TargetJudgement judgement =
        judged(
            target(Measure.CUMULATIVE, Comparator.GE, Direction.UP, "125")
                .figures(List.of(figure("2025-12-31", "130"), figure("2027-12-31", "50"))),
            "2027-12-31");
    assertThat(judgement.figures().base()).isEqualByComparingTo("0");
    assertThat(judgement.figures().ratio()).isCloseTo(1.0, within(0.01));
    assertThat(judgement.pins().inputIds()).containsExactly("o-2027-12-31");
    assertThat(judgement.figures().expected()).isCloseTo(125, within(1.0));
  }

  @Test
  void aShareNeverPassesItsBounds() {
    TargetJudgement judgement =
        judged(
            target(Measure.COVERAGE, Comparator.EQ, Direction.UP, "100")
                .base(number("90"), null)
                .figures(List.of(figure("2026-12-31", "97"), figure("2027-12-31", "99.5"))),
            "2027-12-31");
    assertThat(Objects.requireNonNull(judgement.outlook()).atDue().p90()).isEqualTo(100);
    assertThat(chance(judgement)).isBetween(0.6, 0.999);
  }

  @Test
  void averageGrowthIsJudgedByTheGeometricMeanSoFar() {
    TargetJudgement judgement =
        judged(
            target(Measure.AVERAGE_GROWTH, Comparator.GE, Direction.UP, "6")
                .figures(List.of(figure("2026-12-31", "8"), figure("2027-12-31", "2"))),
            "2028-01-31");
    assertThat(judgement.figures().valueNow()).isCloseTo(4.957, within(0.001));
    assertThat(judgement.figures().pointsBehind()).isCloseTo(1.043, within(0.001));
    assertThat(judgement.lights().position()).isEqualTo(Light.ON_TRACK);
    assertThat(chance(judgement)).isLessThan(0.5);
  }

  @Test
  void aYearThatFellShortCannotBeMadeGoodWhereEachYearCounts() {
    TargetJudgement judgement =
        judged(
            target(Measure.ANNUAL_GROWTH, Comparator.GE, Direction.UP, "5")
                .figures(List.of(figure("2026-12-31", "4.9"), figure("2027-12-31", "9"))),
            "2028-01-31");
    assertThat(chance(judgement)).isZero();
    assertThat(judgement.lights().position()).isEqualTo(Light.OFF_TRACK);
  }

  @Test
  void aLinkedTargetIsJudgedAgainstTheOtherIndicator() {
    TargetBuilder income =
        target(Measure.ANNUAL_GROWTH, Comparator.GE, Direction.UP, null)
            .figures(List.of(figure("2026-12-31", "4.0")));
    TargetJudgement without = judged(income.follows(List.of()), "2027-01-31");
    assertThat(without.lights().unknownReason()).isEqualTo(UnknownReason.LINKED_WITHOUT_DATA);
    TargetJudgement behind =
        judged(income.follows(List.of(figure("2026-12-31", "5.5"))), "2027-01-31");
    assertThat(behind.figures().gap()).isCloseTo(-1.5, within(1e-9));
    assertThat(behind.lights().position()).isEqualTo(Light.AT_RISK);
  }

  @Test
  void withoutABaseTheFirstFigureOfThePlanServesAndTheArithmeticSaysSo() {
    TargetJudgement judgement =
        judged(
            target(Measure.LEVEL, Comparator.GE, Direction.UP, "200")
                .figures(List.of(figure("2026-03-31", "100"), figure("2027-03-31", "120"))),
            "2027-03-31");
    assertThat(judgement.figures().baseDate()).isEqualTo("2026-03-31");
    assertThat(judgement.steps().getFirst().result().en())
        .isEqualTo("the figure of 2026-03-31 serves as base");
  }

  @Test
  void aFirstFigureThatComesTooLateIsNoBase() {
    TargetJudgement judgement =
        judged(
            target(Measure.LEVEL, Comparator.GE, Direction.UP, "200")
                .figures(List.of(figure("2027-06-30", "199"))),
            "2027-06-30");
    assertThat(judgement.lights().position()).isEqualTo(Light.UNKNOWN);
    assertThat(judgement.lights().unknownReason()).isIn(UnknownReason.NO_BASE, null);
  }

  @Test
  void aBaseAloneIsNoProgress() {
    TargetJudgement judgement = judged(rail(), "2027-06-30");
    assertThat(judgement.lights().overall()).isEqualTo(Light.UNKNOWN);
    assertThat(judgement.lights().unknownReason()).isEqualTo(UnknownReason.NO_DATA_YET);
    assertThat(judgement.outlook()).isNotNull();
  }

  @Test
  void anOldFigureIsComparedWithItsOwnDayAndItsAgeIsAnotherLight() {
    TargetJudgement judgement =
        judged(rail().figures(List.of(figure("2026-12-31", "592"))), "2027-12-31");
    assertThat(judgement.figures().comparedAt()).isEqualTo("2026-12-31");
    assertThat(judgement.lights().position()).isEqualTo(Light.ON_TRACK);
    assertThat(judgement.lights().freshness()).isEqualTo(Light.OFF_TRACK);
    assertThat(judgement.lights().overall()).isNotIn(Light.ON_TRACK, Light.AHEAD);
  }

  @Test
  void figuresAfterTheAsOfDateAreNotKnownYet() {
    TargetJudgement judgement =
        judged(
            rail().figures(List.of(figure("2027-06-30", "590"), figure("2028-06-30", "640"))),
            "2027-07-31");
    assertThat(judgement.figures().value()).isEqualByComparingTo("590");
    assertThat(judgement.pins().inputIds()).containsExactly("o-2027-06-30");
  }

  @Test
  void nothingIsJudgedByARatioOfTwoTinyNumbers() {
    TargetJudgement judgement =
        judged(rail().figures(List.of(figure("2026-01-10", "578"))), "2026-01-10");
    assertThat(judgement.figures().ratio()).isNull();
    assertThat(judgement.lights().position()).isEqualTo(Light.ON_TRACK);
  }
}
