package io.waymark.judging;

/**
 * Quantiles of a Student's t walk plus amounts with chances, all in one pass: the walk is cut into
 * equally likely parts, every part meets every amount, and the sums are collected in cells of equal
 * width whose cumulated chances are read off. The mean is kept; a quantile is known to about a
 * cell's width.
 */
final class Spread {
  /** Of the walk where the figure is published, and where it is drawn. */
  static final double[] FINE = parts(64);

  static final double[] COARSE = parts(32);

  private static final int CELLS_EACH = 3;

  /** Has no divisor in common with the number of parts. */
  private static final int STRIDE = 13;

  private final double[] chances;
  private final double first;
  private final double width;

  private Spread(double[] chances, double first, double width) {
    this.chances = chances;
    this.first = first;
    this.width = width;
  }

  /** The middles of equally likely parts, so ordered that neighbours lie far apart. */
  private static double[] parts(int count) {
    double[] parts = new double[count];
    for (int i = 0; i < count; i++) {
      parts[i] = StudentT.quantile((i * STRIDE % count + 0.5) / count);
    }
    return parts;
  }

  /** Of a projection with a spread and more than one amount. */
  static Spread of(Projection projection, Additions additions, double[] parts) {
    int cells = CELLS_EACH * parts.length;
    double[] walk = new double[parts.length];
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < walk.length; i++) {
      walk[i] = projection.own(parts[i]);
      lowest = Math.min(lowest, walk[i]);
      highest = Math.max(highest, walk[i]);
    }
    double first = lowest + additions.least();
    double width = (highest + additions.most() - first) / (cells - 1);
    double[] chances = new double[cells + 1];
    if (width == 0) {
      chances[0] = 1;
      return new Spread(chances, first, 0);
    }
    for (int i = 0; i < walk.length; i++) {
      walk[i] = (walk[i] - lowest) / width;
    }
    for (int a = 0; a < additions.size(); a++) {
      double chance = additions.chance(a) / walk.length;
      double offset = (additions.amount(a) - additions.least()) / width;
      collect(walk, offset, chance, chances);
    }
    return new Spread(chances, first, width);
  }

  /** Neighbours fall into different cells, so that no addition waits for the one before. */
  private static void collect(double[] walk, double offset, double chance, double[] chances) {
    for (double cells : walk) {
      double place = cells + offset;
      int cell = (int) place;
      double part = (place - cell) * chance;
      chances[cell] += chance - part;
      chances[cell + 1] += part;
    }
  }

  /** The value below which that share of the chances lies; never falls as the share rises. */
  double quantile(double share) {
    double below = 0;
    int last = chances.length - 1;
    for (int i = 0; i < last; i++) {
      double next = below + chances[i];
      if (next >= share) {
        double part = chances[i] == 0 ? 0 : (share - below) / chances[i];
        return first + (i - 0.5 + part) * width;
      }
      below = next;
    }
    return first + (last - 0.5) * width;
  }
}
