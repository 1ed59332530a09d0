package io.waymark.judging;

import static io.waymark.judging.Given.WUHAN;
import static io.waymark.judging.Given.day;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of a series of any rhythm and in any weather, tried on seeded random ones. */
class AnySeriesTest {
  private static final LocalDate TODAY = day("2027-09-30");
  private static final int SEEDS = 6;

  /** How figures come, and whether they start again each January. */
  enum Rhythm {
    YEARLY(Frequency.YEARLY, false),
    QUARTERLY(Frequency.QUARTERLY, false),
    MONTHLY(Frequency.MONTHLY, false),
    QUARTERS_SUMMED_UP(Frequency.QUARTERLY, true),
    MONTHS_SUMMED_UP(Frequency.MONTHLY, true);

    private final Frequency frequency;
    private final boolean yearToDate;

    Rhythm(Frequency frequency, boolean yearToDate) {
      this.frequency = frequency;
      this.yearToDate = yearToDate;
    }
  }

  /** What happens to a series. */
  enum Weather {
    CALM,
    OUTLIER,
    BREAK,
    GAPS,
    ZEROS,
    NEGATIVE,
    SHORT
  }

  private record World(Rhythm rhythm, Weather weather, Measure measure, List<Figure> figures) {
    static World of(Rhythm rhythm, Weather weather, Measure measure, long seed) {
      Random random = new Random(seed);
      List<Figure> figures = new ArrayList<>();
      double level = measure.growth() ? 5 : 40;
      double soFar = 0;
      int n = 0;
      LocalDate end = rhythm.frequency.periodEnd(day("2018-01-01"));
      while (!end.isAfter(TODAY)) {
        level *= measure.growth() ? 1 : 1.01 + 0.02 * random.nextGaussian();
        double value = level * (1 + 0.1 * random.nextGaussian());
        soFar = end.getMonthValue() <= 12 / periods(rhythm) ? value : soFar + value;
        double shown = changed(weather, rhythm.yearToDate ? soFar : value, n++);
        boolean missing = weather == Weather.GAPS && random.nextInt(3) == 0;
        boolean old = weather == Weather.SHORT && end.isBefore(day("2026-06-30"));
        if (!missing && !old) {
          double bounded = measure.bounded() ? Math.clamp(shown, 0, 100) : shown;
          figures.add(Given.figure(end.toString(), rounded(bounded).toPlainString()));
        }
        end = rhythm.frequency.next(end);
      }
      return new World(rhythm, weather, measure, figures);
    }

    private static int periods(Rhythm rhythm) {
      return switch (rhythm.frequency) {
        case YEARLY -> 1;
        case QUARTERLY -> 4;
        case MONTHLY -> 12;
      };
    }

    private static double changed(Weather weather, double value, int n) {
      return switch (weather) {
        case CALM, GAPS, SHORT -> value;
        case OUTLIER -> n == 5 ? 8 * value : value;
        case BREAK -> n > 5 ? value / 3 : value;
        case ZEROS -> n % 4 == 3 ? 0 : value;
        case NEGATIVE -> n % 5 == 4 ? -value : value;
      };
    }

    TargetQuestion question(double target, double factor) {
      List<Figure> scaled =
          figures.stream().map(figure -> times(figure, BigDecimal.valueOf(factor))).toList();
      return TargetQuestion.of(measure, Comparator.GE, Direction.UP)
          .value(rounded(target).multiply(BigDecimal.valueOf(factor)))
          .plan(Given.START, Given.END)
          .frequency(rhythm.frequency)
          .yearToDate(rhythm.yearToDate)
          .figures(scaled)
          .judgedBy(WUHAN, TODAY);
    }

    private static Figure times(Figure f, BigDecimal factor) {
      return new Figure(
          f.id(), f.periodEnd(), f.value().multiply(factor), f.exactness(), false, false);
    }

    @Override
    public String toString() {
      return rhythm + " " + weather + " " + measure + " from " + figures.getFirst().value();
    }

    /**
     * From below every figure to above every one. A sum is to grow: without history its pace is
     * taken to be the planned one, so that less than nothing is no question to ask.
     */
    double[] targets() {
      double most = 10;
      for (Figure figure : figures) {
        most = Math.max(most, Math.abs(figure.value().doubleValue()));
      }
      double[] targets = new double[12];
      for (int i = 0; i < targets.length; i++) {
        targets[i] = most * (measure == Measure.CUMULATIVE ? i + 1 : i - 3) / 6.0;
      }
      return targets;
    }
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
  }

  private static List<World> worlds(Rhythm rhythm) {
    List<World> worlds = new ArrayList<>();
    for (Weather weather : Weather.values()) {
      for (Measure measure : Measure.values()) {
        boolean fits = !rhythm.yearToDate || (!measure.growth() && !measure.bounded());
        for (int seed = 0; fits && seed < SEEDS; seed++) {
          worlds.add(World.of(rhythm, weather, measure, seed));
        }
      }
    }
    return worlds;
  }

  @ParameterizedTest
  @EnumSource(Rhythm.class)
  void aHigherTargetIsNeverLikelierAndQuantilesNeverCross(Rhythm rhythm) {
    int answered = 0;
    for (World world : worlds(rhythm)) {
      double before = 1;
      for (double target : world.targets()) {
        TargetOutlook outlook = Judge.target(world.question(target, 1)).outlook();
        if (outlook != null) {
          answered++;
          assertThat(outlook.pMeet()).as("%s %s", world, target).isBetween(0.0, before + 1e-12);
          before = outlook.pMeet();
          assertThat(quantiles(outlook)).as("%s", world).isSorted().doesNotContain(Double.NaN);
        }
      }
    }
    assertThat(answered).isGreaterThan(500);
  }

  private static double[] quantiles(TargetOutlook outlook) {
    Quantiles q = outlook.atDue();
    Tails t = outlook.tails();
    return new double[] {
      t.p025(), t.p05(), q.p10(), q.p25(), q.p50(), q.p75(), q.p90(), t.p95(), t.p975()
    };
  }

  @ParameterizedTest
  @EnumSource(Rhythm.class)
  void theUnitDoesNotMatter(Rhythm rhythm) {
    for (World world : worlds(rhythm)) {
      if (!world.measure().bounded() && !world.measure().growth()) {
        TargetJudgement small = Judge.target(world.question(55, 1));
        TargetJudgement large = Judge.target(world.question(55, 10_000));
        assertThat(large.lights()).as("%s", world).isEqualTo(small.lights());
        assertThat(chance(large)).as("%s", world).isCloseTo(chance(small), within(1e-6));
      }
    }
  }

  private static double chance(TargetJudgement judgement) {
    TargetOutlook outlook = judgement.outlook();
    return outlook == null ? -1 : outlook.pMeet();
  }

  @ParameterizedTest
  @EnumSource(Rhythm.class)
  void theSameQuestionGivesTheSameBitsInAnyOrder(Rhythm rhythm) {
    for (World world : worlds(rhythm)) {
      List<Figure> turned = new ArrayList<>(world.figures());
      Collections.reverse(turned);
      World again = new World(rhythm, world.weather(), world.measure(), turned);
      TargetJudgement one = Judge.target(world.question(60, 1));
      TargetJudgement two = Judge.target(again.question(60, 1));
      assertThat(two.outlook()).as("%s", world).isEqualTo(one.outlook());
      assertThat(two.steps()).as("%s", world).isEqualTo(one.steps());
      assertThat(two.pins()).as("%s", world).isEqualTo(one.pins());
    }
  }

  @ParameterizedTest
  @EnumSource(Rhythm.class)
  void aFigureBeyondTheDayIsNeverRead(Rhythm rhythm) {
    for (World world : worlds(rhythm)) {
      List<Figure> more = new ArrayList<>(world.figures());
      more.add(Given.figure("2027-12-31", "1"));
      World later = new World(rhythm, world.weather(), world.measure(), more);
      TargetJudgement told = Judge.target(world.question(60, 1));
      TargetJudgement foretold = Judge.target(later.question(60, 1));
      assertThat(Objects.equals(foretold.outlook(), told.outlook())).as("%s", world).isTrue();
    }
  }
}
