package io.waymark.judging;

/**
 * What one part adds to the whole at one date: its projected figure times its weight, as a quantile
 * function. Between the quantiles that a judgement states it runs straight over those of Student's
 * t, which also gives the tails beyond them.
 *
 * @param weight in the whole's unit
 */
record PartProjection(double weight, Quantiles quantiles) {
  private static final double P25 = StudentT.quantile(0.25);
  private static final double P10 = StudentT.quantile(0.10);

  double at(double p) {
    double t = StudentT.quantile(p);
    Quantiles q = quantiles;
    if (t < P25) {
      return weight * line(t, P10, q.p10(), P25, q.p25());
    }
    if (t < 0) {
      return weight * line(t, P25, q.p25(), 0, q.p50());
    }
    return weight
        * (t < -P25 ? line(t, 0, q.p50(), -P25, q.p75()) : line(t, -P25, q.p75(), -P10, q.p90()));
  }

  private static double line(double t, double from, double low, double to, double high) {
    return low + (high - low) * (t - from) / (to - from);
  }
}
