package io.waymark.judging;

/** Student's t with four degrees of freedom: heavy tails, and closed forms for both directions. */
final class StudentT {
  /** Beyond it nothing is left that a double could tell, and squares would overflow. */
  private static final double FAR = 1e9;

  private StudentT() {}

  static double cdf(double t) {
    if (Math.abs(t) > FAR) {
      return t > 0 ? 1 : 0;
    }
    double sine = t / Math.sqrt(4 + t * t);
    return 0.5 + sine * (0.75 - 0.25 * sine * sine);
  }

  static double quantile(double p) {
    if (p <= 0 || p >= 1) {
      return p <= 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double root = Math.sqrt(4 * p * (1 - p));
    double q = StrictMath.cos(StrictMath.acos(Math.min(1, root)) / 3) / root;
    return Math.signum(p - 0.5) * 2 * Math.sqrt(Math.max(0, q - 1));
  }
}
