package io.waymark.judging;

import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.inProportion;
import static io.waymark.judging.Given.onCompletion;
import static io.waymark.judging.Given.project;
import static io.waymark.judging.Given.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionsTest {

  @Test
  void normalAndStudentAgreeWithTheTables() {
    assertThat(Normal.cdf(1.959963984540054)).isCloseTo(0.975, within(1e-12));
    assertThat(Normal.cdf(-8)).isCloseTo(6.22096057427178e-16, within(1e-22));
    assertThat(Normal.quantile(0.9)).isCloseTo(1.2815515655446004, within(1e-8));
    assertThat(StudentT.quantile(0.975)).isCloseTo(2.7764451051977987, within(1e-12));
    assertThat(StudentT.quantile(0.9)).isCloseTo(1.5332062740589438, within(1e-12));
    assertThat(StudentT.cdf(2.7764451051977987)).isCloseTo(0.975, within(1e-12));
  }

  @Test
  void quantilesInvertTheirDistributions() {
    for (double p = 0.001; p < 1; p += 0.001) {
      assertThat(Normal.cdf(Normal.quantile(p))).isCloseTo(p, within(1e-8));
      assertThat(StudentT.cdf(StudentT.quantile(p))).isCloseTo(p, within(1e-12));
    }
  }

  @Test
  void whatLiesBeyondAnyDoubleIsCertain() {
    assertThat(StudentT.cdf(1e200)).isEqualTo(1);
    assertThat(StudentT.cdf(-1e200)).isZero();
    assertThat(StudentT.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void theSumOfProjectsHasTheirMeanAndTheChanceOfAllOfThem() {
    List<Contribution> contributions = new ArrayList<>();
    double mean = 0;
    double all = 1;
    for (int i = 0; i < 20; i++) {
      ProjectForecast forecast =
          Judge.forecast(
              project(
                  "2024-01-01",
                  "2029-12-31",
                  "2027-06-30",
                  List.of(),
                  report("2027-06-30", 40.0 + 2 * i, null)));
      contributions.add(onCompletion("p" + i, String.valueOf(i + 1), forecast));
      mean += (i + 1) * forecast.chanceBy(Given.END);
      all *= forecast.chanceBy(Given.END);
    }
    Portfolio portfolio = Portfolio.of(contributions);
    List<Additions> each = portfolio.each(day("2027-06-30"), Given.END);
    Additions sum = portfolio.sum(each, SumGrid.ALONE);
    assertThat(sum.size()).isLessThanOrEqualTo(SumGrid.ALONE.exactUpTo());
    assertThat(sum.mean()).isCloseTo(mean, within(1e-9));
    assertThat(1 - sum.upTo(209.5)).isCloseTo(all, within(0.01));
  }

  @Test
  void whatTheLastFigureHoldsIsNotAddedAgain() {
    ProjectForecast done =
        Judge.forecast(
            project(
                "2024-01-01",
                "2027-12-31",
                "2027-09-30",
                List.of(),
                report("2027-03-31", 100.0, null)));
    Contribution line = onCompletion("a", "10", done);
    assertThat(added(line, "2027-06-30")).isZero();
    assertThat(added(line, "2026-12-31")).isEqualTo(10);
    ProjectForecast half =
        Judge.forecast(
            project(
                "2024-01-01",
                "2029-12-31",
                "2027-09-30",
                List.of(),
                report("2027-06-30", 40.0, null),
                report("2027-09-30", 50.0, null)));
    Contribution homes = inProportion("b", "10", half);
    assertThat(Additions.left(homes, day("2027-06-30"))).isCloseTo(6, within(1e-9));
    assertThat(Additions.known(homes, day("2027-06-30"))).isCloseTo(1, within(1e-9));
  }

  @Test
  void projectsThatCarryTheWholeWayReplaceTheTrend() {
    ProjectForecast good =
        Judge.forecast(
            project(
                "2024-01-01",
                "2028-12-31",
                "2027-06-30",
                List.of(),
                report("2027-06-30", 75.0, null)));
    List<Figure> steep =
        List.of(
            Given.figure("2020-12-31", "360"),
            Given.figure("2025-12-31", "578"),
            Given.figure("2027-06-30", "590"));
    TargetJudgement judgement =
        Given.judged(
            Given.rail().figures(steep).contributions(List.of(onCompletion("a", "67", good))),
            "2027-06-30");
    assertThat(judgement.figures().expected())
        .isCloseTo(590 + 67 * good.chanceBy(Given.END), within(1e-6));
  }

  private static double added(Contribution contribution, String since) {
    return Portfolio.of(List.of(contribution)).each(day(since), Given.END).getFirst().mean();
  }
}
