package io.waymark.judging;

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
  private static final int ROUNDS = 80;
  private static final double PRECISION = 1e-6;
  private static final int QUANTILE_AMOUNTS = 32;

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

  Quantiles quantiles() {
    Projection coarse =
        new Projection(log, median, spread, additions.reduced(QUANTILE_AMOUNTS), floor, ceiling);
    double p10 = coarse.quantile(0.10, Double.NEGATIVE_INFINITY);
    double p25 = coarse.quantile(0.25, p10);
    double p50 = coarse.quantile(0.50, p25);
    double p75 = coarse.quantile(0.75, p50);
    return new Quantiles(p10, p25, p50, p75, coarse.quantile(0.90, p75));
  }

  /** The tails of the distribution, beyond those of {@link #quantiles}. */
  Tails tails() {
    Projection coarse =
        new Projection(log, median, spread, additions.reduced(QUANTILE_AMOUNTS), floor, ceiling);
    double p025 = coarse.quantile(0.025, Double.NEGATIVE_INFINITY);
    double p05 = coarse.quantile(0.05, p025);
    double p95 = coarse.quantile(0.95, p05);
    return new Tails(p025, p05, p95, coarse.quantile(0.975, p95));
  }

  /**
   * False position with a bisection every third round, between the extreme additions; never below
   * the quantile before.
   */
  private double quantile(double p, double atLeast) {
    if (spread == 0) {
      return Math.max(atLeast, Math.clamp(own(0) + additions.quantile(p), floor, ceiling));
    }
    double own = own(StudentT.quantile(p));
    double low = own + additions.least();
    double high = own + additions.most();
    double lowMiss = below(low) - p;
    double highMiss = below(high) - p;
    double close = PRECISION * Math.max(Math.abs(low), Math.abs(high));
    for (int round = 1; round <= ROUNDS && high - low > close && lowMiss < 0; round++) {
      boolean halve = round % 3 == 0 || highMiss <= lowMiss;
      double share = halve ? 0.5 : Math.clamp(-lowMiss / (highMiss - lowMiss), 0.01, 0.99);
      double middle = low + (high - low) * share;
      double miss = below(middle) - p;
      if (miss >= 0) {
        high = middle;
        highMiss = miss;
      } else {
        low = middle;
        lowMiss = miss;
      }
    }
    double found = lowMiss >= 0 ? low : high;
    return Math.max(atLeast, Math.clamp(found, floor, ceiling));
  }
}
