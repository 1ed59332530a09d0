package io.waymark.judging;

import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.figure;
import static io.waymark.judging.Given.project;
import static io.waymark.judging.Given.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Projects of one bureau are late together. */
class DependenceTest {
  private static final LocalDate SINCE = day("2027-06-30");

  private static ProjectForecast forecast(double percent) {
    return Judge.forecast(
        project(
            "2024-01-01",
            "2029-12-31",
            "2027-06-30",
            List.of(),
            report("2027-06-30", percent, "2030-06-30")));
  }

  private static Contribution of(String id, String amount, double percent, String bureau) {
    return new Contribution(
        id,
        new BigDecimal(amount),
        ContributionMode.ON_COMPLETION,
        forecast(percent),
        false,
        bureau);
  }

  private static List<Contribution> lines(int count, String... bureaus) {
    List<Contribution> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String amount = BigDecimal.valueOf(50 + 7L * i, 1).toPlainString();
      lines.add(of("p" + i, amount, 35 + 4 * i, bureaus[i % bureaus.length]));
    }
    return lines;
  }

  private static Additions sum(List<Contribution> contributions) {
    Portfolio portfolio = Portfolio.of(contributions);
    return portfolio.sum(portfolio.each(SINCE, Given.END), SumGrid.ALONE);
  }

  /** The chance that all of them finish. */
  private static double all(List<Contribution> contributions) {
    Additions sum = sum(contributions);
    return 1 - sum.upTo(sum.most() - 0.01);
  }

  private static double product(List<Contribution> contributions) {
    double product = 1;
    for (Contribution one : contributions) {
      product *= one.forecast().chanceBy(Given.END);
    }
    return product;
  }

  @Test
  void theCommonFactorLeavesEachProjectItsOwnChance() {
    for (double chance = 0; chance <= 1; chance += 1e-3) {
      double[] given = new double[CommonFactor.NODES];
      CommonFactor.given(chance, given);
      double before = 1;
      for (double one : given) {
        assertThat(one).isBetween(0.0, before);
        before = one;
      }
      assertThat(CommonFactor.mixed(given, 0)).isCloseTo(chance, within(1e-12));
    }
  }

  @Test
  void projectsOfDifferentBureausOrOfNoneAreIndependent() {
    List<Contribution> alone = lines(6, "");
    assertThat(all(alone)).isCloseTo(product(alone), within(1e-12));
    List<Contribution> apart = lines(6, "a", "b", "c", "d", "e", "f");
    assertThat(all(apart)).isCloseTo(product(apart), within(1e-12));
  }

  @Test
  void oneBureausProjectsFinishTogetherOrNotAtAllMoreOften() {
    List<Contribution> apart = lines(6, "");
    List<Contribution> together = lines(6, "water");
    assertThat(all(together)).isGreaterThan(1.2 * all(apart));
    assertThat(sum(together).upTo(0)).isGreaterThan(1.2 * sum(apart).upTo(0));
    assertThat(sum(together).mean()).isCloseTo(sum(apart).mean(), within(1e-12));
  }

  /** The factor integrated at 4,000 places instead of three. */
  @Test
  void threeNodesAreCloseToTheExactIntegral() {
    for (int count : new int[] {2, 5, 12}) {
      List<Contribution> together = lines(count, "water");
      double exact = 0;
      double rho = CommonFactor.CORRELATION;
      for (int i = 0; i < 4000; i++) {
        double z = Normal.quantile((i + 0.5) / 4000);
        double product = 1;
        for (Contribution one : together) {
          double score = Normal.quantile(one.forecast().chanceBy(Given.END));
          product *= Normal.cdf((score - Math.sqrt(rho) * z) / Math.sqrt(1 - rho));
        }
        exact += product / 4000;
      }
      assertThat(all(together)).as("%s projects", count).isCloseTo(exact, within(0.005));
    }
  }

  @Test
  void amountsWithACommonUnitAreSummedExactly() {
    Additions sum = sum(lines(3, "water", "roads"));
    List<Double> amounts = new ArrayList<>();
    double chances = 0;
    for (int i = 0; i < sum.size(); i++) {
      amounts.add(sum.amount(i));
      chances += sum.chance(i);
    }
    assertThat(amounts).containsExactly(0.0, 5.0, 5.7, 6.4, 10.7, 11.4, 12.1, 17.1);
    assertThat(chances).isCloseTo(1, within(1e-12));
  }

  @Test
  void amountsWithoutOneKeepTheirExtremesAndTheirMean() {
    List<Contribution> odd = new ArrayList<>();
    double mean = 0;
    double most = 0;
    for (int i = 0; i < 12; i++) {
      String amount = BigDecimal.valueOf(Math.PI * (i + 1)).toPlainString();
      odd.add(of("p" + i, i % 3 == 2 ? "-" + amount : amount, 30 + 3 * i, "water"));
      double chance = odd.get(i).forecast().chanceBy(Given.END);
      mean += odd.get(i).amount().doubleValue() * chance;
      most += Math.max(0, odd.get(i).amount().doubleValue());
    }
    Additions sum = sum(odd);
    assertThat(sum.mean()).isCloseTo(mean, within(1e-9));
    assertThat(sum.most()).isCloseTo(most, within(1e-9));
    double onGrid = 0;
    for (int i = 0; i < sum.size(); i++) {
      onGrid += sum.amount(i) * sum.chance(i);
    }
    assertThat(onGrid).isCloseTo(mean, within(0.01 * sum.range()));
  }

  @Test
  void whoLeadsChangesTheChanceAndTheIntervalButNoCause() {
    TargetJudgement apart = judged(lines(6, ""));
    TargetJudgement together = judged(lines(6, "metro"));
    assertThat(together.causes()).isEqualTo(apart.causes());
    assertThat(together.figures().expected()).isEqualTo(apart.figures().expected());
    Quantiles narrow = Objects.requireNonNull(apart.outlook()).atDue();
    Quantiles wide = Objects.requireNonNull(together.outlook()).atDue();
    assertThat(wide.p90() - wide.p10()).isGreaterThan(narrow.p90() - narrow.p10());
    assertThat(together.steps())
        .filteredOn(step -> step.label().equals(Words.TOGETHER))
        .singleElement()
        .satisfies(step -> {
          assertThat(step.arithmetic()).isEqualTo("metro × 6");
          assertThat(step.result().zh()).isEqualTo("相关系数 0.15");
        });
    assertThat(apart.steps()).noneMatch(step -> step.label().equals(Words.TOGETHER));
  }

  private static TargetJudgement judged(List<Contribution> contributions) {
    return Given.judged(
        Given.rail().figures(List.of(figure("2027-06-30", "590"))).contributions(contributions),
        "2027-06-30");
  }
}
