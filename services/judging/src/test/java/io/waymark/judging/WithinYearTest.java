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

/** Figures that are summed up within the year: 1-5 月, 1-6 月 ... and start again in January. */
class WithinYearTest {
  /** What had been made of a year by the end of each month: investment comes late in the year. */
  private static final double[] SHARES = {.03, .06, .15, .22, .30, .42, .50, .58, .68, .77, .87, 1};

  private static List<Figure> months(int from, int to, int months, double first, double growth) {
    List<Figure> figures = new ArrayList<>();
    for (int year = from; year <= to; year++) {
      double total = total(first, growth, year - from);
      for (int month = 1; month <= (year == to ? months : 12); month++) {
        LocalDate end = Frequency.MONTHLY.periodEnd(LocalDate.of(year, month, 1));
        double sum = Math.round(total * SHARES[month - 1] * 100) / 100.0;
        figures.add(figure(end.toString(), BigDecimal.valueOf(sum).toPlainString()));
      }
    }
    return figures;
  }

  /** Good and bad years take turns, five points about the growth. */
  private static double total(double first, double growth, int years) {
    double total = first;
    for (int i = 0; i < years; i++) {
      total *= 1 + growth + (i % 2 == 0 ? 0.05 : -0.05);
    }
    return total;
  }

  private static TargetJudgement judged(
      List<Figure> figures, String target, String due, String asOf) {
    return Judge.target(
        Given.target(Measure.LEVEL, Comparator.GE, Direction.UP, target)
            .yearToDate(true)
            .frequency(Frequency.MONTHLY)
            .figures(figures)
            .due(day(due))
            .judgedBy(WUHAN, day(asOf)));
  }

  private static TargetOutlook outlook(TargetJudgement judgement) {
    return Objects.requireNonNull(judgement.outlook());
  }

  @Test
  void theYearIsNotTheStraightLineThroughItsFirstMonths() {
    List<Figure> figures = months(2021, 2026, 5, 1000, 0.05);
    double total = total(1000, 0.05, 5);
    TargetOutlook outlook = outlook(judged(figures, "1200", "2026-12-31", "2026-05-31"));
    assertThat(outlook.atDue().p50()).isCloseTo(total, within(total * 0.04));
    double straight = figures.getLast().value().doubleValue() * 12 / 5;
    assertThat(straight).isLessThan(total * 0.75);
  }

  @Test
  void aWeakSpringLowersTheYear() {
    List<Figure> figures = new ArrayList<>(months(2021, 2026, 5, 1000, 0.05));
    double usual = outlook(judged(figures, "1250", "2026-12-31", "2026-05-31")).pMeet();
    Figure may = figures.removeLast();
    double weak = may.value().doubleValue() * 0.85;
    figures.add(figure("2026-05-31", BigDecimal.valueOf(weak).toPlainString()));
    assertThat(outlook(judged(figures, "1250", "2026-12-31", "2026-05-31")).pMeet())
        .isLessThan(usual - 0.2);
  }

  @Test
  void theFigureOfJanuaryIsNoCollapse() {
    List<Figure> figures = months(2021, 2027, 1, 1000, 0.05);
    TargetJudgement judgement = judged(figures, "1450", "2030-12-31", "2027-01-31");
    assertThat(judgement.lights().position()).isNotEqualTo(Light.OFF_TRACK);
    assertThat(judgement.figures().value()).isGreaterThan(new BigDecimal("1200"));
    assertThat(outlook(judgement).pMeet()).isGreaterThan(0.2);
    assertThat(judgement.steps().getFirst().arithmetic())
        .matches("[\\d.]+ \\+ \\([\\d.]+ − [\\d.]+\\) = [\\d.]+");
  }

  @Test
  void theEstimateGrowsSurerAsTheYearGoesBy() {
    double width = Double.MAX_VALUE;
    for (int month : new int[] {1, 3, 6, 9, 11}) {
      LocalDate end = Frequency.MONTHLY.periodEnd(LocalDate.of(2026, month, 1));
      TargetOutlook outlook =
          outlook(
              judged(months(2021, 2026, month, 1000, 0.05), "1250", "2026-12-31", end.toString()));
      double now = outlook.atDue().p90() - outlook.atDue().p10();
      assertThat(now).as("month %s", month).isLessThan(width);
      width = now;
    }
  }

  @Test
  void withoutAFinishedYearNothingIsSaid() {
    TargetJudgement judgement =
        judged(months(2026, 2026, 5, 1000, 0), "1000", "2026-12-31", "2026-05-31");
    assertThat(judgement.outlook()).isNull();
    assertThat(judgement.lights().overall()).isEqualTo(Light.UNKNOWN);
  }

  @Test
  void theTotalOfTheDueYearDecides() {
    TargetJudgement judgement =
        judged(months(2021, 2026, 12, 1000, 0.05), "1320", "2026-12-31", "2027-01-15");
    assertThat(outlook(judgement).pMeet()).isEqualTo(1);
  }
}
