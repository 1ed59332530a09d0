package io.waymark.judging;

/**
 * A share of outcomes with its 95 % range by Wilson's score, which holds for small counts and near
 * 0 and 1 too. It takes the outcomes as independent.
 */
public record CheckedShare(int count, int hits) {
  private static final double Z = 1.959963984540054;

  public CheckedShare {
    if (count < 1 || hits < 0 || hits > count) {
      throw new IllegalArgumentException("hits: " + hits + " (expected: 0.." + count + ")");
    }
  }

  /** hits / count. */
  public double share() {
    return (double) hits / count;
  }

  /** Lower end of the range. */
  public double low() {
    return Math.clamp(centre() - half(), 0, share());
  }

  /** Upper end of the range. */
  public double high() {
    return Math.clamp(centre() + half(), share(), 1);
  }

  private double centre() {
    return (share() + Z * Z / (2 * count)) / (1 + Z * Z / count);
  }

  private double half() {
    double p = share();
    return Z / (1 + Z * Z / count) * Math.sqrt(p * (1 - p) / count + Z * Z / (4.0 * count * count));
  }
}
