package io.waymark.judging;

import static io.waymark.judging.Given.WUHAN;
import static io.waymark.judging.Given.day;
import static io.waymark.judging.Given.onCompletion;
import static io.waymark.judging.Given.project;
import static io.waymark.judging.Given.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for any world, tried on seeded random ones. */
class PropertyTest {
  private static final int WORLDS = 300;
  private static final LocalDate TODAY = day("2027-06-30");

  /** A random world: quarterly figures about a random path, and some projects. */
  private static final class World {
    private final List<Figure> figures = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();
    private final Measure measure;

    World(long seed, boolean projects) {
      Random random = new Random(seed);
      measure = List.of(Measure.LEVEL, Measure.SHARE, Measure.CUMULATIVE).get(random.nextInt(3));
      double value = 20 + 40 * random.nextDouble();
      double growth = 1 + 0.03 * random.nextGaussian();
      LocalDate end = day("2023-12-31");
      while (!end.isAfter(TODAY)) {
        value *= growth + 0.01 * random.nextGaussian();
        figures.add(Given.figure(end.toString(), rounded(Math.min(value, 99)).toPlainString()));
        end = Frequency.QUARTERLY.next(end);
      }
      for (int i = 0; projects && i < random.nextInt(6); i++) {
        contributions.add(
            onCompletion(
                "p" + i,
                rounded(1 + 5 * random.nextDouble()).toPlainString(),
                forecast(100 * random.nextDouble() * 0.99)));
      }
    }

    TargetQuestion question(double target, double scale) {
      BigDecimal factor = BigDecimal.valueOf(scale);
      return TargetQuestion.of(measure, Comparator.GE, Direction.UP)
          .value(rounded(target).multiply(factor))
          .plan(Given.START, Given.END)
          .frequency(Frequency.QUARTERLY)
          .figures(figures.stream().map(figure -> scaled(figure, factor)).toList())
          .contributions(contributions.stream().map(c -> scaled(c, factor)).toList())
          .carriedShare(contributions.isEmpty() ? null : 0.4)
          .judgedBy(WUHAN, TODAY);
    }

    private static Figure scaled(Figure f, BigDecimal factor) {
      return new Figure(
          f.id(),
          f.periodEnd(),
          f.value().multiply(factor),
          f.exactness(),
          f.simulated(),
          f.assumed());
    }

    private static Contribution scaled(Contribution c, BigDecimal factor) {
      return new Contribution(
          c.projectId(), c.amount().multiply(factor), c.mode(), c.forecast(), c.assumed());
    }
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
  }

  private static ProjectForecast forecast(double percent) {
    return Judge.forecast(
        project(
            "2024-01-01",
            "2029-12-31",
            "2027-06-30",
            List.of(),
            report("2027-06-30", percent, "2030-03-31")));
  }

  private static double chance(TargetQuestion question) {
    return Objects.requireNonNull(Judge.target(question).outlook()).pMeet();
  }

  @Test
  void aHigherTargetIsNeverLikelierToBeMet() {
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = new World(seed, seed % 2 == 0);
      double before = 1;
      for (double target = 10; target < 99; target += 4) {
        double chance = chance(world.question(target, 1));
        assertThat(chance)
            .as("world %s, target %s", seed, target)
            .isLessThanOrEqualTo(before + 1e-12);
        before = chance;
      }
    }
  }

  @Test
  void moreProgressNeverLowersAnyChanceOfCompletion() {
    for (String by : List.of("2027-12-31", "2029-12-31", "2032-12-31")) {
      double before = 0;
      for (double percent = 0; percent <= 100; percent += 0.5) {
        double chance = forecast(percent).chanceBy(day(by));
        assertThat(chance).isGreaterThanOrEqualTo(before - 1e-12);
        before = chance;
      }
    }
  }

  @Test
  void moreProgressNeverLowersTheChanceOfTheTarget() {
    for (ContributionMode mode : ContributionMode.values()) {
      double before = 0;
      for (double percent = 40; percent <= 100; percent += 1) {
        Contribution contribution =
            new Contribution("p", BigDecimal.valueOf(40), mode, forecast(percent), false);
        double chance =
            chance(
                Given.rail()
                    .figures(List.of(Given.figure("2027-03-31", "600")))
                    .contributions(List.of(contribution))
                    .judgedBy(WUHAN, TODAY));
        assertThat(chance).as("%s %s", mode, percent).isGreaterThanOrEqualTo(before - 1e-9);
        before = chance;
      }
    }
  }

  @Test
  void theUnitOfALevelDoesNotMatter() {
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = new World(seed, seed % 2 == 0);
      if (world.measure.bounded()) {
        continue;
      }
      double small = chance(world.question(55, 1));
      assertThat(chance(world.question(55, 10_000)))
          .as("world %s", seed)
          .isCloseTo(small, within(1e-6));
    }
  }

  @Test
  void theSameQuestionGivesTheSameBitsWhateverTheOrderOfItsParts() {
    for (int seed = 0; seed < WORLDS; seed++) {
      World world = new World(seed, true);
      World again = new World(seed, true);
      Collections.reverse(again.figures);
      Collections.reverse(again.contributions);
      TargetJudgement one = Judge.target(world.question(60, 1));
      TargetJudgement two = Judge.target(again.question(60, 1));
      assertThat(two.outlook()).isEqualTo(one.outlook());
      assertThat(two.causes()).isEqualTo(one.causes());
      assertThat(two.steps()).isEqualTo(one.steps());
      assertThat(two.pins()).isEqualTo(one.pins());
      assertThat(two.lights()).isEqualTo(one.lights());
    }
  }
}
