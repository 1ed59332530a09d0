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

  private final double[] chances;
  private final double first;
  private final double width;

  private Spread(double[] chances, double first, double width) {
    this.chances = chances;
    this.first = first;
    this.width = width;
  }

  /** The middles of equally likely parts. */
  private static double[] parts(int count) {
    double[] parts = new double[count];
    for (int i = 0; i < count; i++) {
      parts[i] = StudentT.quantile((i + 0.5) / count);
    }
    return parts;
  }

  /** Of a projection with a spread and more than one amount. */
  static Spread of(Projection projection, Additions additions, double[] parts) {
    int cells = CELLS_EACH * parts.length;
    double[] walk = new double[parts.length];
    for (int i = 0; i < walk.length; i++) {
      walk[i] = projection.own(parts[i]);
    }
    double first = walk[0] + additions.least();
    double width = (walk[walk.length - 1] + additions.most() - first) / (cells - 1);
    double[] chances = new double[cells + 1];
    if (width == 0) {
      chances[0] = 1;
      return new Spread(chances, first, 0);
    }
    for (int a = 0; a < additions.size(); a++) {
      double chance = additions.chance(a) / walk.length;
      double offset = additions.amount(a) - first;
      for (double value : walk) {
        double place = (value + offset) / width;
        int cell = (int) place;
        double part = (place - cell) * chance;
        chances[cell] += chance - part;
        chances[cell + 1] += part;
      }
    }
    return new Spread(chances, first, width);
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
