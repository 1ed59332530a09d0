package io.waymark.judging;

/** Student's t with four degrees of freedom: heavy tails, and closed forms for both directions. */
final class StudentT {
  private StudentT() {}

  static double cdf(double t) {
    double q = 1 + t * t / 4;
    return Math.clamp(0.5 + 0.375 * t / Math.sqrt(q) * (1 - t * t / (12 * q)), 0, 1);
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
