package io.waymark.judging;

/**
 * What the projects of one bureau have in common: its own pace, weather, money. A standard normal
 * factor for each bureau makes its projects late or early together (one-factor Gaussian copula);
 * projects of different bureaus stay independent. The factor is integrated with three nodes of
 * Gauss and Hermite.
 */
final class CommonFactor {
  /**
   * Correlation of the normal scores of two projects of one bureau. Agencies of NYC Open Data,
   * 'Capital Projects': about -0.1 to 0.47 on small groups. An assumption.
   */
  static final double CORRELATION = 0.15;

  static final int NODES = 3;

  private static final double[] WEIGHTS = {1 / 6.0, 2 / 3.0, 1 / 6.0};
  private static final double[] PLACES = {-Math.sqrt(3), 0, Math.sqrt(3)};

  /** Chances in between lie on a line, which keeps their mean over the nodes. */
  private static final int CELLS = 256;

  private static final int ROUNDS = 5;

  /** Of every cell's start the chances at the nodes, beside each other as they are read. */
  private static final double[] GIVEN = tabulated();

  private CommonFactor() {}

  /** The average of what stands for the nodes beside each other from there. */
  static double mixed(double[] cells, int from) {
    return WEIGHTS[0] * cells[from] + WEIGHTS[1] * cells[from + 1] + WEIGHTS[2] * cells[from + 2];
  }

  /**
   * The chances of finishing if the factor is at each node, for a project that finishes with that
   * chance over all. They average to the chance itself.
   */
  static void given(double chance, double[] into) {
    double place = chance * CELLS;
    int cell = Math.min(CELLS - 1, (int) place);
    double part = place - cell;
    for (int node = 0; node < NODES; node++) {
      double start = GIVEN[cell * NODES + node];
      double end = GIVEN[(cell + 1) * NODES + node];
      into[node] = start + (end - start) * part;
    }
  }

  private static double[] tabulated() {
    double[] given = new double[NODES * (CELLS + 1)];
    for (int cell = 1; cell < CELLS; cell++) {
      double score = score((double) cell / CELLS);
      for (int node = 0; node < NODES; node++) {
        given[cell * NODES + node] = conditional(node, score);
      }
    }
    for (int node = 0; node < NODES; node++) {
      given[CELLS * NODES + node] = 1;
    }
    return given;
  }

  /** The threshold whose chance, averaged over the nodes, is the one asked for. */
  private static double score(double chance) {
    double score = Normal.quantile(chance);
    for (int round = 0; round < ROUNDS; round++) {
      double slope = (average(score + 1e-4) - average(score - 1e-4)) / 2e-4;
      score += (chance - average(score)) / slope;
    }
    return score;
  }

  private static double average(double score) {
    double average = 0;
    for (int node = 0; node < NODES; node++) {
      average += WEIGHTS[node] * conditional(node, score);
    }
    return average;
  }

  /** A high factor means late. */
  private static double conditional(int node, double score) {
    return Normal.cdf((score - Math.sqrt(CORRELATION) * PLACES[node]) / Math.sqrt(1 - CORRELATION));
  }
}
