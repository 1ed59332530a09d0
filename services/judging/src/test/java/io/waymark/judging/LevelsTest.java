package io.waymark.judging;

import static io.waymark.judging.Light.AHEAD;
import static io.waymark.judging.Light.AT_RISK;
import static io.waymark.judging.Light.OFF_TRACK;
import static io.waymark.judging.Light.ON_TRACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waymark.judging.Levels.Scale;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
  private static final Levels THIRTY =
      new Levels(
          Scale.POINTS,
          List.of(
              new Level(OFF_TRACK, null, 30, true),
              Rules.from(AT_RISK, 10),
              Level.unbounded(ON_TRACK, null)),
          1);

  @ParameterizedTest
  @CsvSource({
    "1.2, AHEAD, 110 % ≤ 120.00 %",
    "0.8, ON_TRACK, 80 % ≤ 80.00 % < 110 %",
    "0.7412, AT_RISK, 60 % ≤ 74.12 % < 80 %",
    "0.1, OFF_TRACK, 10.00 % < 60 %"
  })
  void aRatioStandsBetweenItsBounds(double ratio, Light light, String bounds) {
    assertThat(Rules.SHARES.of(ratio).light()).isEqualTo(light);
    assertThat(Rules.SHARES.bounds(ratio)).isEqualTo(bounds);
  }

  @ParameterizedTest
  @CsvSource({
    "30.01, OFF_TRACK, 30 < 30.01",
    "30, AT_RISK, 10 ≤ 30.00 ≤ 30",
    "10, AT_RISK, 10 ≤ 10.00 ≤ 30",
    "-3, ON_TRACK, −3.00 < 10"
  })
  void aBoundMayExcludeItself(double points, Light light, String bounds) {
    assertThat(THIRTY.of(points).light()).isEqualTo(light);
    assertThat(THIRTY.bounds(points)).isEqualTo(bounds);
  }

  @Test
  void roundingOfSharesDoesNotMissABound() {
    assertThat(THIRTY.of(100 * (0.5 - 0.4)).light()).isEqualTo(AT_RISK);
  }

  @Test
  void theDeadBandMakesANumberWorseWhicheverWayIsBetter() {
    assertThat(THIRTY.strictBounds(9.5)).isEqualTo("9.50 + 1: 10 ≤ 10.50 ≤ 30");
    Levels shares = new Levels(Scale.RATIO, Rules.SHARES.steps(), 0.02);
    assertThat(shares.strictBounds(0.81)).isEqualTo("81.00 % − 2 %: 60 % ≤ 79.00 % < 80 %");
  }

  @Test
  void levelsThatNoNumberCanBeJudgedByAreRefused() {
    List<Level> upsideDown = List.of(Rules.from(AT_RISK, 1), Level.unbounded(AHEAD, null));
    List<Level> bounded = List.of(Rules.from(AHEAD, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Levels(Scale.RATIO, upsideDown, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Levels(Scale.RATIO, bounded, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Levels(Scale.RATIO, List.of(), 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Levels(Scale.RATIO, Rules.SHARES.steps(), Double.NaN));
  }

  @ParameterizedTest
  @CsvSource({
    "ON_TRACK, AT_RISK, AT_RISK, AT_RISK",
    "AT_RISK, ON_TRACK, AT_RISK, AT_RISK",
    "AT_RISK, ON_TRACK, ON_TRACK, ON_TRACK",
    "OFF_TRACK, ON_TRACK, AT_RISK, AT_RISK",
    "AT_RISK, ON_TRACK, OFF_TRACK, AT_RISK",
    "UNKNOWN, ON_TRACK, OFF_TRACK, ON_TRACK",
    "SUSPENDED, ON_TRACK, OFF_TRACK, ON_TRACK"
  })
  void aLightHoldsUntilTheWorseNumberIsBetterToo(
      Light before, Light is, Light strictly, Light counts) {
    assertThat(DeadBand.settle(before, is, strictly)).isEqualTo(counts);
  }
}
