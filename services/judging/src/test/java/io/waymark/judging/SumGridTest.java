package io.waymark.judging;

import static io.waymark.judging.Given.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a grid tells of the sum of projects, beside every single outcome of theirs. */
class SumGridTest {
  private static final LocalDate SINCE = day("2027-06-30");
  private static final double[] WALKS = {0.03, 0.1, 0.3};
  private static final double[] SHARES = {0.1, 0.3, 0.5, 0.7, 0.9};

  @ParameterizedTest
  @ValueSource(strings = {"", "metro"})
  void aPublishedChanceIsThatOfAllOutcomesToHalfAPercent(String bureau) {
    assertThat(largestError(bureau, SumGrid.PUBLISHED)).isCloseTo(0, within(0.005));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "metro"})
  void aDrawnOneIsToTwoPercent(String bureau) {
    assertThat(largestError(bureau, SumGrid.DRAWN)).isCloseTo(0, within(0.02));
  }

  @Test
  void whereNoneCanFinishYetNothingIsAdded() {
    Portfolio projects = projects(new Random(1), 3, "metro");
    Additions sum = projects.sum(projects.each(SINCE, SINCE), SumGrid.DRAWN);
    assertThat(sum.size()).isEqualTo(1);
    assertThat(sum.amount(0)).isZero();
  }

  private static double largestError(String bureau, SumGrid grid) {
    Random random = new Random(20260611);
    double largest = 0;
    for (int trial = 0; trial < 40; trial++) {
      Portfolio projects = projects(random, 6 + trial % 6, bureau);
      List<Additions> each = projects.each(SINCE, Given.END);
      Additions sum = projects.sum(each, grid);
      double range = each.stream().mapToDouble(Additions::range).sum();
      for (double walk : WALKS) {
        for (double share : SHARES) {
          double asked = share * range;
          double told = 0;
          for (int i = 0; i < sum.size(); i++) {
            told += sum.chance(i) * StudentT.cdf((asked - sum.amount(i)) / (walk * range));
          }
          double exact = exact(each, !bureau.isEmpty(), asked, walk * range);
          largest = Math.max(largest, Math.abs(told - exact));
        }
      }
    }
    return largest;
  }

  private static Portfolio projects(Random random, int count, String bureau) {
    List<Contribution> projects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BigDecimal amount =
          BigDecimal.valueOf(Math.exp(0.8 * random.nextGaussian()))
              .setScale(6, RoundingMode.HALF_EVEN);
      ProjectForecast forecast =
          Judge.forecast(
              Given.project(
                  "2024-01-01",
                  "2029-12-31",
                  "2027-06-30",
                  List.of(),
                  Given.report("2027-06-30", 20 + 60 * random.nextDouble(), "2030-06-30")));
      projects.add(
          new Contribution(
              "p" + i, amount, ContributionMode.ON_COMPLETION, forecast, false, bureau));
    }
    return Portfolio.of(projects);
  }

  /** Every outcome of all projects, at every node of what they share. */
  private static double exact(List<Additions> each, boolean together, double asked, double walk) {
    double sum = 0;
    for (int node = 0; node < CommonFactor.NODES; node++) {
      double[] weight = new double[CommonFactor.NODES];
      weight[node] = 1;
      double exact = 0;
      for (int outcome = 0; outcome < 1 << each.size(); outcome++) {
        double chance = 1;
        double amount = 0;
        for (int i = 0; i < each.size(); i++) {
          Additions one = each.get(i);
          boolean done = (outcome >> i & 1) == 1;
          double finishes = together ? given(one.chance(0))[node] : one.chance(0);
          chance *= done ? finishes : 1 - finishes;
          amount += done ? one.amount(0) : one.amount(1);
        }
        exact += chance * StudentT.cdf((asked - amount) / walk);
      }
      sum += CommonFactor.mixed(weight, 0) * exact;
    }
    return sum;
  }

  private static double[] given(double chance) {
    double[] given = new double[CommonFactor.NODES];
    CommonFactor.given(chance, given);
    return given;
  }
}
