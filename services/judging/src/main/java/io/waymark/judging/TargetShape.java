package io.waymark.judging;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;

/**
 * What it means to meet the target: one-sided by comparator and direction, or within a band (左右).
 *
 * @param sign +1 where more is better, -1 where less is
 * @param threshold the figure that the schedule leads to: of a range the end that meets it first
 * @param oneSided whether reaching the threshold is enough
 * @param strict whether the threshold itself is no success (突破, 低于)
 * @param low lower end of the band of an approximate target
 * @param high upper end of that band
 */
record TargetShape(
    int sign, double threshold, boolean oneSided, boolean strict, double low, double high) {
  /** Rounding of sums must not turn an exactly met target into a miss. */
  private static final double ROUNDING = 1e-9;

  static TargetShape of(TargetQuestion question, BigDecimal value) {
    BigDecimal max = question.valueMax();
    double upper = max == null ? value.doubleValue() : max.doubleValue();
    Comparator comparator = question.comparator();
    int sign =
        switch (comparator) {
          case GE, GT -> 1;
          case LE, LT -> -1;
          case APPROX, EQ -> question.direction() == Direction.UP ? 1 : -1;
        };
    double tolerance = question.rulebook().approxTolerance();
    return new TargetShape(
        sign,
        sign > 0 ? value.doubleValue() : upper,
        comparator != Comparator.APPROX,
        comparator == Comparator.GT || comparator == Comparator.LT,
        value.doubleValue() - tolerance * Math.abs(value.doubleValue()),
        upper + tolerance * Math.abs(upper));
  }

  boolean meets(double figure) {
    if (!oneSided) {
      return figure >= low - slack() && figure <= high + slack();
    }
    double over = sign * (figure - threshold);
    return strict ? over > slack() : over >= -slack();
  }

  /** Whether an approximate target is overshot. */
  boolean overshot(double figure) {
    return !oneSided && (sign > 0 ? figure > high + slack() : figure < low - slack());
  }

  /** Probability that a projected figure meets the target. */
  double chance(Projection projection) {
    return chance(projection::below);
  }

  /**
   * Probability that a projected figure meets the target.
   *
   * @param upTo probability of a figure up to a value
   */
  double chance(DoubleUnaryOperator upTo) {
    double chance;
    if (!oneSided) {
      chance = upTo.applyAsDouble(high + slack()) - upTo.applyAsDouble(low - slack());
    } else {
      double edge = threshold + (strict ? sign : -sign) * slack();
      double below = upTo.applyAsDouble(edge);
      chance = sign > 0 ? 1 - below : below;
    }
    return Math.clamp(chance, 0, 1);
  }

  private double slack() {
    return ROUNDING * Math.max(Math.abs(threshold), Double.MIN_NORMAL);
  }
}
