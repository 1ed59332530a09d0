package io.waymark.rulebooks.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** From a measured value to points 0..100: straight between its knots, level beyond them. */
public record Curve(List<Knot> knots) {
  private static final int DIGITS = 4;

  /** A value and its points. */
  public record Knot(BigDecimal at, BigDecimal points) {}

  /** Copies the knots, of which there is at least one. */
  public Curve {
    knots = List.copyOf(knots);
    if (knots.isEmpty()) {
      throw new IllegalArgumentException("a curve without knots");
    }
  }

  /** The points of a value. */
  public BigDecimal points(BigDecimal value) {
    Knot before = knots.getFirst();
    if (value.compareTo(before.at()) <= 0) {
      return rounded(before.points());
    }
    for (Knot after : knots) {
      if (value.compareTo(after.at()) <= 0) {
        return between(before, after, value);
      }
      before = after;
    }
    return rounded(before.points());
  }

  private static BigDecimal between(Knot before, Knot after, BigDecimal value) {
    BigDecimal way = after.at().subtract(before.at());
    BigDecimal rise = after.points().subtract(before.points());
    if (way.signum() == 0) {
      return rounded(after.points());
    }
    BigDecimal made = value.subtract(before.at()).multiply(rise);
    return before.points().multiply(way).add(made).divide(way, DIGITS, RoundingMode.HALF_UP);
  }

  private static BigDecimal rounded(BigDecimal points) {
    return points.setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
