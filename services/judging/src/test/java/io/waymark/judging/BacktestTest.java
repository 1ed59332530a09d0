package io.waymark.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private static Checked said(double said, boolean met) {
    return said("s", said, met);
  }

  private static Checked said(String series, double said, boolean met) {
    return new Checked(series, 1, said, met, true, true, false);
  }

  /** Targets that are met as often as was said. */
  private static List<Checked> world(long seed, int size) {
    Random random = new Random(seed);
    List<Checked> world = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double p = random.nextDouble();
      world.add(
          new Checked(
              "s" + random.nextInt(20),
              1 + random.nextInt(3),
              p,
              random.nextDouble() < p,
              random.nextDouble() < 0.8,
              random.nextDouble() < 0.9,
              false));
    }
    return world;
  }

  private static double brier(List<Checked> all) {
    return Objects.requireNonNull(Backtest.score(all).brier());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void onlyWhoAlwaysKnewItHasAScoreOfZero(long seed) {
    List<Checked> world = world(seed, 50);
    List<Checked> perfect =
        world.stream().map(one -> said(one.series(), one.met() ? 1 : 0, one.met())).toList();
    List<Checked> wrong =
        world.stream().map(one -> said(one.series(), one.met() ? 0 : 1, one.met())).toList();

    assertThat(brier(perfect)).isZero();
    assertThat(Backtest.score(perfect).skill()).isEqualTo(1);
    assertThat(brier(wrong)).isEqualTo(1);
    assertThat(brier(world)).isBetween(0.05, 0.4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 10, 17, 20})
  void whoAlwaysSaysTheBaseRateScoresItsVariance(int met) {
    double p = met / 20.0;
    List<Checked> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(said("s" + i, p, i < met));
    }
    assertThat(brier(all)).isEqualTo(p * (1 - p), EXACT);
  }

  @Test
  void theReferenceKnowsTheOthersAndNeverTheQuestionItself() {
    List<Checked> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(said(i < 9 ? 0.8 : 0.3, i < 9));
    }
    double byHand = 0;
    for (int i = 0; i < 12; i++) {
      int others = i < 9 ? 8 : 9;
      byHand += Math.pow(others / 11.0 - (i < 9 ? 1 : 0), 2) / 12;
    }
    assertThat(Backtest.score(all).reference()).isEqualTo(byHand, EXACT);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8, 9})
  void theOrderDoesNotMatterToTheLastBit(long seed) {
    List<Checked> world = world(seed, 300);
    List<Checked> shuffled = new ArrayList<>(world);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(Backtest.byYears(shuffled)).isEqualTo(Backtest.byYears(world));
  }

  @Test
  void honestProbabilitiesLieOnTheDiagonalAndBeatTheBaseRate() {
    BacktestScore score = Backtest.score(world(10, 20_000));

    assertThat(score.points())
        .hasSize(10)
        .allSatisfy(point -> {
          CheckedShare was = Objects.requireNonNull(point.was());
          assertThat(was.share()).isEqualTo(point.said(), within(0.035));
        });
    assertThat(score.skill()).isCloseTo(1.0 / 3, within(0.03));
    assertThat(Objects.requireNonNull(score.interval80()).share()).isCloseTo(0.8, within(0.01));
    assertThat(Objects.requireNonNull(score.interval90()).share()).isCloseTo(0.9, within(0.01));
  }

  @Test
  void tooFewToTellAreCountedAndNotScored() {
    List<Checked> nine = Collections.nCopies(9, said(0.7, true));
    BacktestScore score = Backtest.score(nine);

    assertThat(score).isEqualTo(BacktestScore.none(9));
    assertThat(score.skill()).isNull();
    assertThat(Backtest.byYears(List.of())).isEmpty();
  }

  @Test
  void ofATenthWithTooFewItIsNotSaidHowOftenTheyCameTrue() {
    List<Checked> all = new ArrayList<>(Collections.nCopies(8, said(0.25, true)));
    all.addAll(Collections.nCopies(4, said(1, true)));

    List<BacktestScore.Point> points = Backtest.score(all).points();

    assertThat(points).extracting(BacktestScore.Point::tenth).containsExactly(2, 9);
    assertThat(points.get(0).was()).isEqualTo(new CheckedShare(8, 8));
    assertThat(points.get(1).was()).isNull();
  }

  @Test
  void oneSeriesIsOneDrawHoweverManyQuestionsAreAskedOfIt() {
    List<Checked> few = new ArrayList<>();
    List<Checked> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Checked one = said("s" + i, 0.6, i % 3 == 0);
      few.add(one);
      many.addAll(Collections.nCopies(9, one));
    }
    assertThat(Backtest.score(many).brierError())
        .isCloseTo(Objects.requireNonNull(Backtest.score(few).brierError()), EXACT);
    assertThat(Backtest.score(Collections.nCopies(20, said(0.5, true))).brierError()).isNull();
  }

  @Test
  void anIntervalThatWasNotKeptForAllIsNotScored() {
    List<Checked> all = new ArrayList<>(Collections.nCopies(10, said(0.5, true)));
    all.add(new Checked("s", 1, 0.5, true, true, null, false));

    assertThat(Backtest.score(all).interval90()).isNull();
    assertThat(Backtest.score(all).interval80()).isEqualTo(new CheckedShare(11, 11));
  }

  @Test
  void theRangeOfAShareIsWilsons() {
    // Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263, 15 of 148, 0 of 20.
    assertThat(new CheckedShare(263, 81).low()).isEqualTo(0.2553, within(5e-5));
    assertThat(new CheckedShare(263, 81).high()).isEqualTo(0.3662, within(5e-5));
    assertThat(new CheckedShare(148, 15).low()).isEqualTo(0.0624, within(5e-5));
    assertThat(new CheckedShare(148, 15).high()).isEqualTo(0.1605, within(5e-5));
    assertThat(new CheckedShare(20, 0).low()).isZero();
    assertThat(new CheckedShare(20, 0).high()).isEqualTo(0.1611, within(5e-5));
  }
}
