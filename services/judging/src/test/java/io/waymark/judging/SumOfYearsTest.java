package io.waymark.judging;

import static io.waymark.judging.Given.WUHAN;
import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * New jobs of five years, published as sums within the year: 25 by the end of each, late in the
 * year.
 */
class SumOfYearsTest {
  private static final double[] SHARES = {.04, .07, .15, .21, .29, .38, .46, .55, .66, .77, .88, 1};

  private static List<Figure> jobs(int from, int to, int months, double growth) {
    List<Figure> figures = new ArrayList<>();
    double total = 25;
    for (int year = from; year <= to; year++) {
      for (int month = 1; month <= (year == to ? months : 12); month++) {
        LocalDate end = Frequency.MONTHLY.periodEnd(LocalDate.of(year, month, 1));
        double sum = Math.round(total * SHARES[month - 1] * 1000) / 1000.0;
        figures.add(figure(end.toString(), BigDecimal.valueOf(sum).toPlainString()));
      }
      total *= growth;
    }
    return figures;
  }

  private static TargetJudgement judged(List<Figure> figures, String target, String asOf) {
    return Judge.target(
        Given.target(Measure.CUMULATIVE, Comparator.GE, Direction.UP, target)
            .yearToDate(true)
            .frequency(Frequency.MONTHLY)
            .figures(figures)
            .judgedBy(WUHAN, day(asOf)));
  }

  private static TargetOutlook outlook(TargetJudgement judgement) {
    return Objects.requireNonNull(judgement.outlook());
  }

  @Test
  void theYearsOfThePlanAreAddedUpAndThoseBeforeItAreNot() {
    TargetJudgement judgement = judged(jobs(2021, 2027, 5, 1), "125", "2027-05-31");
    assertThat(judgement.figures().value()).isEqualByComparingTo("32.25");
    assertThat(judgement.figures().valueDate()).isEqualTo("2027-05-31");
    // 125 × 516 / 1826 days
    assertThat(judgement.figures().scheduled()).isCloseTo(125 * 516 / 1826.0, within(1e-9));
    assertThat(judgement.steps())
        .anySatisfy(step -> assertThat(step.arithmetic()).isEqualTo("25.00 + 7.25 = 32.25"));
  }

  @Test
  void theRestOfTheYearComesFromEarlierYearsSharesNotFromTheStraightLine() {
    Quantiles due = outlook(judged(jobs(2021, 2027, 5, 1), "125", "2027-05-31")).atDue();
    assertThat(due.p50()).isCloseTo(125, within(1.0));
    double straight = 32.25 / 516 * 1826;
    assertThat(straight).isLessThan(115);
  }

  @Test
  void growingYearsGoOn() {
    double growth = 1.06;
    double planned = 0;
    for (int year = 5; year < 10; year++) {
      planned += 25 * StrictMath.pow(growth, year);
    }
    TargetOutlook outlook = outlook(judged(jobs(2021, 2027, 8, growth), "190", "2027-08-31"));
    assertThat(outlook.atDue().p50()).isBetween(planned * 0.93, planned * 1.01);
  }

  @Test
  void theSumNeverFallsAndGrowsSurerFromYearToYear() {
    double width = Double.MAX_VALUE;
    for (int year = 2026; year <= 2030; year++) {
      TargetJudgement judgement = judged(jobs(2021, year, 9, 1.03), "150", year + "-09-30");
      TargetOutlook outlook = outlook(judgement);
      double made = Objects.requireNonNull(judgement.figures().value()).doubleValue();
      assertThat(outlook.tails().p025()).isGreaterThanOrEqualTo(made);
      double now = outlook.atDue().p90() - outlook.atDue().p10();
      assertThat(now).as("%s", year).isLessThan(width);
      width = now;
    }
  }

  @Test
  void theSumOfTheDueYearDecides() {
    assertThat(outlook(judged(jobs(2021, 2030, 12, 1), "125", "2031-01-20")).pMeet()).isEqualTo(1);
    assertThat(outlook(judged(jobs(2021, 2030, 12, 1), "126", "2031-01-20")).pMeet()).isZero();
  }

  @Test
  void aYearOfThePlanThatIsNotKnownLeavesTheSumUnknown() {
    List<Figure> figures = new ArrayList<>(jobs(2021, 2027, 5, 1));
    figures.removeIf(one -> one.periodEnd().equals(day("2026-12-31")));
    TargetJudgement judgement = judged(figures, "125", "2027-05-31");
    assertThat(judgement.figures().valueDate()).isEqualTo("2026-11-30");
    assertThat(judgement.figures().value()).isEqualByComparingTo("22");
  }

  @Test
  void withoutAFinishedYearNothingIsSaidOfTheDueDate() {
    assertThat(judged(jobs(2026, 2026, 5, 1), "125", "2026-05-31").outlook()).isNull();
  }

  @Test
  void aBaseWithinAYearLeavesOutWhatThatYearHadBrought() {
    TargetJudgement judgement =
        Judge.target(
            Given.target(Measure.CUMULATIVE, Comparator.GE, Direction.UP, "100")
                .base(BigDecimal.ZERO, day("2026-06-30"))
                .yearToDate(true)
                .frequency(Frequency.MONTHLY)
                .figures(jobs(2021, 2027, 5, 1))
                .judgedBy(WUHAN, day("2027-05-31")));
    // 25 - 9.5 of the second half of 2026, and 7.25
    assertThat(judgement.figures().value()).isEqualByComparingTo("22.75");
  }
}
