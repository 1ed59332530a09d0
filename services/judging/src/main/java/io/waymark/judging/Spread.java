package io.waymark.judging;

/**
 * Quantiles of a Student's t walk plus amounts with chances: the walk, cut into equally likely
 * parts, and the amounts are laid on one grid of cells, and the two are folded into each other. The
 * mean is kept; a quantile is known to about a cell's width.
 */
final class Spread {
  /** Of the walk where the figure is published, and where it is drawn. */
  static final double[] FINE = upperParts(64);

  static final double[] COARSE = upperParts(32);

  private static final int CELLS_EACH = 2;

  private final double[] chances;
  private final double first;
  private final double width;

  private Spread(double[] chances, double first, double width) {
    this.chances = chances;
    this.first = first;
    this.width = width;
  }

  /** The middles of equally likely parts above the median; those below are their opposites. */
  private static double[] upperParts(int count) {
    double[] parts = new double[count / 2];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = StudentT.quantile((count / 2 + i + 0.5) / count);
    }
    return parts;
  }

  /** Of a projection with a spread and more than one amount. */
  static Spread of(Projection projection, Additions additions, double[] upperParts) {
    double[] walk = projection.walk(upperParts);
    double lowest = walk[walk.length - 1];
    double range = walk[walk.length - 2] - lowest;
    double first = lowest + additions.least();
    double width = (range + additions.range()) / (CELLS_EACH * walk.length - 1);
    if (width == 0) {
      return new Spread(new double[] {1, 0}, first, 0);
    }
    double[] own = new double[(int) (range / width) + 2];
    double cells = 1 / width;
    for (double value : walk) {
      lay(own, (value - lowest) * cells, 1.0 / walk.length);
    }
    double[] added = new double[(int) (additions.range() / width) + 2];
    for (int a = 0; a < additions.size(); a++) {
      lay(added, (additions.amount(a) - additions.least()) * cells, additions.chance(a));
    }
    return new Spread(Folding.of(own, added), first, width);
  }

  /** Between two cells a chance is split, which keeps the mean. */
  private static void lay(double[] cells, double place, double chance) {
    int cell = (int) place;
    double part = (place - cell) * chance;
    cells[cell] += chance - part;
    cells[cell + 1] += part;
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
