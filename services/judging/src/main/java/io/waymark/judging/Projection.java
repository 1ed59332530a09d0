package io.waymark.judging;

import java.util.function.DoubleUnaryOperator;

/**
 * The projected figure at one date: the indicator's own walk (Student's t, four degrees of freedom)
 * plus what projects add.
 *
 * @param log whether the walk is on logarithms
 * @param median of the walk on its scale
 * @param spread of the walk on its scale; 0 where projects alone carry the target
 * @param additions what projects add
 * @param floor the figure cannot be lower
 * @param ceiling the figure cannot be higher
 */
record Projection(
    boolean log, double median, double spread, Additions additions, double floor, double ceiling) {
  /** All quantiles of one projection. */
  record Whole(Quantiles quantiles, Tails tails) {}

  static Projection known(double value) {
    return new Projection(
        false, value, 0, Additions.NONE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Median of the walk and mean of the additions, within the bounds. */
  double expected() {
    return Math.clamp(own(0) + additions.mean(), floor, ceiling);
  }

  double own(double t) {
    double walked = spread == 0 ? median : median + spread * t;
    return log ? StrictMath.exp(walked) : walked;
  }

  /** The walk at those places and at their opposites, which stand behind each. */
  double[] walk(double[] upper) {
    double[] walk = new double[2 * upper.length];
    double middle = log ? StrictMath.exp(median) : median;
    for (int i = 0; i < upper.length; i++) {
      double off = spread * upper[i];
      double factor = log ? StrictMath.exp(off) : 0;
      walk[2 * i] = log ? middle * factor : middle + off;
      walk[2 * i + 1] = log ? middle / factor : middle - off;
    }
    return walk;
  }

  /**
   * Probability of a figure up to the value, bounds left aside: a share that would pass 100 has
   * reached it.
   */
  double below(double value) {
    if (spread == 0) {
      return additions.upTo(value - own(0));
    }
    double sum = 0;
    for (int i = 0; i < additions.size(); i++) {
      sum += additions.chance(i) * ownBelow(value - additions.amount(i));
    }
    return sum;
  }

  private double ownBelow(double value) {
    if (!log) {
      return StudentT.cdf((value - median) / spread);
    }
    return value <= 0 ? 0 : StudentT.cdf((StrictMath.log(value) - median) / spread);
  }

  /** Quantiles as they are published. */
  Quantiles quantiles() {
    return inner(reader(Spread.FINE));
  }

  /** Quantiles as they are drawn. */
  Quantiles drawn() {
    return inner(reader(Spread.COARSE));
  }

  /** Quantiles as they are published, and those beyond them. */
  Whole whole() {
    DoubleUnaryOperator quantile = reader(Spread.FINE);
    Tails tails =
        new Tails(
            quantile.applyAsDouble(0.025),
            quantile.applyAsDouble(0.05),
            quantile.applyAsDouble(0.95),
            quantile.applyAsDouble(0.975));
    return new Whole(inner(quantile), tails);
  }

  private static Quantiles inner(DoubleUnaryOperator quantile) {
    return new Quantiles(
        quantile.applyAsDouble(0.10),
        quantile.applyAsDouble(0.25),
        quantile.applyAsDouble(0.50),
        quantile.applyAsDouble(0.75),
        quantile.applyAsDouble(0.90));
  }

  /** How a quantile is read: in closed form where there is one amount or no spread. */
  private DoubleUnaryOperator reader(double[] parts) {
    if (spread == 0) {
      return p -> Math.clamp(own(0) + additions.quantile(p), floor, ceiling);
    }
    if (additions.size() == 1) {
      return p -> Math.clamp(own(StudentT.quantile(p)) + additions.amount(0), floor, ceiling);
    }
    Spread whole = Spread.of(this, additions, parts);
    return p -> Math.clamp(whole.quantile(p), floor, ceiling);
  }
}
