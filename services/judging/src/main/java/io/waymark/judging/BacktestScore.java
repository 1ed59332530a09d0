package io.waymark.judging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good judgements were. With fewer than {@link Backtest#LEAST_SCORED} nothing but their number
 * is said.
 *
 * @param questions how many
 * @param baseRate how often the targets were met
 * @param brier mean of (said − was)²
 * @param brierError its standard error, each series taken as one; null with fewer than two series
 * @param reference the Brier score of always saying how often the others were met
 * @param interval80 outcomes that the 80 % interval held
 * @param interval90 the same of the 90 % interval; null if not all have one
 * @param points the reliability diagram: the tenths in which anything was said, ascending
 */
public record BacktestScore(
    int questions,
    @Nullable Double baseRate,
    @Nullable Double brier,
    @Nullable Double brierError,
    @Nullable Double reference,
    @Nullable CheckedShare interval80,
    @Nullable CheckedShare interval90,
    List<Point> points) {
  public BacktestScore {
    points = List.copyOf(points);
  }

  /**
   * One tenth of the reliability diagram.
   *
   * @param tenth 0..9
   * @param count how many judgements gave such a probability
   * @param said their average
   * @param was how often the target was met; null with fewer than {@link Backtest#LEAST_DRAWN}
   */
  public record Point(int tenth, int count, double said, @Nullable CheckedShare was) {}

  static BacktestScore none(int questions) {
    return new BacktestScore(questions, null, null, null, null, null, null, List.of());
  }

  /** What is gained on the base rate; null without a score or where the base rate is perfect. */
  public @Nullable Double skill() {
    return brier == null || reference == null || reference == 0 ? null : 1 - brier / reference;
  }
}
