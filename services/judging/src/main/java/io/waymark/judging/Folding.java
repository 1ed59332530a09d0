package io.waymark.judging;

/** The sum of two independent amounts on grids of the same step: the chances of its cells. */
final class Folding {
  /** Rows that are summed in one pass, which spares reading and writing the sums for each. */
  private static final int ROWS = 4;

  private Folding() {}

  /** As many cells as both have, less one: the first cells of both add up to the first. */
  static double[] of(double[] one, double[] other) {
    return one.length > other.length ? into(one, other) : into(other, one);
  }

  private static double[] into(double[] within, double[] without) {
    double[] sums = new double[within.length + without.length - 1];
    double[] padded = new double[within.length + 2 * (ROWS - 1)];
    System.arraycopy(within, 0, padded, ROWS - 1, within.length);
    int a = 0;
    for (; a + ROWS <= without.length; a += ROWS) {
      double first = without[a];
      double second = without[a + 1];
      double third = without[a + 2];
      double fourth = without[a + 3];
      for (int i = 0; i < within.length + ROWS - 1; i++) {
        double half = Math.fma(first, padded[i + 3], Math.fma(second, padded[i + 2], sums[a + i]));
        sums[a + i] = Math.fma(third, padded[i + 1], Math.fma(fourth, padded[i], half));
      }
    }
    for (; a < without.length; a++) {
      double chance = without[a];
      for (int i = 0; i < within.length; i++) {
        sums[a + i] = Math.fma(chance, within[i], sums[a + i]);
      }
    }
    return sums;
  }
}
