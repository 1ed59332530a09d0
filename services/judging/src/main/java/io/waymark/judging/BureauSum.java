package io.waymark.judging;

import java.util.Arrays;

/**
 * The sum of the outcomes of one bureau's projects on a grid, for each node of their {@link
 * CommonFactor} at once: the chances of a cell at all nodes stand beside each other. An amount
 * between two steps is split between them, which keeps the mean.
 */
final class BureauSum {
  private static final int NODES = CommonFactor.NODES;

  private final boolean together;
  private final double[] cells;
  private final double[] given = new double[NODES];
  private int top;

  /**
   * @param together whether the projects share a factor; else each keeps its chance at every node
   * @param cells how many the sums can need
   */
  BureauSum(boolean together, int cells) {
    this.together = together;
    this.cells = new double[NODES * (cells + 1)];
    Arrays.fill(this.cells, 0, NODES, 1);
  }

  /** The cells that an amount of so many steps adds. */
  static int cells(double steps) {
    return (int) Math.ceil(steps);
  }

  /** Adds a project whose outcomes range over so many steps. */
  void add(Additions part, double steps) {
    if (part.size() == 2) {
      given(part.chance(0));
      either(part.amount(0) > part.amount(1), steps);
    } else if (part.size() > 2) {
      any(part, steps);
    }
    top += cells(steps);
  }

  private void given(double chance) {
    if (together) {
      CommonFactor.given(chance, given);
    } else {
      Arrays.fill(given, chance);
    }
  }

  /** All steps or none, with a chance for each node. From the top, so that no cell moves twice. */
  private void either(boolean firstIsMore, double steps) {
    double low = firstIsMore ? given[0] : 1 - given[0];
    double middle = firstIsMore ? given[1] : 1 - given[1];
    double high = firstIsMore ? given[2] : 1 - given[2];
    int up = NODES * (int) steps;
    double beyond = steps - (int) steps;
    double reached = 1 - beyond;
    double reachedAtLow = reached * low;
    double reachedAtMiddle = reached * middle;
    double reachedAtHigh = reached * high;
    double beyondAtLow = beyond * low;
    double beyondAtMiddle = beyond * middle;
    double beyondAtHigh = beyond * high;
    double[] own = cells;
    for (int j = NODES * top; j >= 0; j -= NODES) {
      double atLow = own[j];
      double atMiddle = own[j + 1];
      double atHigh = own[j + 2];
      own[j] = (1 - low) * atLow;
      own[j + 1] = (1 - middle) * atMiddle;
      own[j + 2] = (1 - high) * atHigh;
      own[j + up] = Math.fma(reachedAtLow, atLow, own[j + up]);
      own[j + up + 1] = Math.fma(reachedAtMiddle, atMiddle, own[j + up + 1]);
      own[j + up + 2] = Math.fma(reachedAtHigh, atHigh, own[j + up + 2]);
      own[j + up + 3] = Math.fma(beyondAtLow, atLow, own[j + up + 3]);
      own[j + up + 4] = Math.fma(beyondAtMiddle, atMiddle, own[j + up + 4]);
      own[j + up + 5] = Math.fma(beyondAtHigh, atHigh, own[j + up + 5]);
    }
  }

  private void any(Additions part, double steps) {
    double[] before = Arrays.copyOf(cells, NODES * (top + 1));
    Arrays.fill(cells, 0, before.length, 0);
    double passed = 0;
    double[] told = new double[NODES];
    double[] chances = new double[NODES];
    for (int o = 0; o < part.size(); o++) {
      passed = o == part.size() - 1 ? 1 : passed + part.chance(o);
      given(passed);
      for (int node = 0; node < NODES; node++) {
        chances[node] = given[node] - told[node];
        told[node] = given[node];
      }
      split(before, chances, place(part, o, steps));
    }
  }

  private static double place(Additions part, int outcome, double steps) {
    double range = part.range();
    return range == 0 ? 0 : Math.min(steps, (part.amount(outcome) - part.least()) / range * steps);
  }

  private void split(double[] before, double[] chances, double place) {
    int step = (int) place;
    double beyond = place - step;
    shifted(before, chances, 1 - beyond, step);
    if (beyond > 0) {
      shifted(before, chances, beyond, step + 1);
    }
  }

  private void shifted(double[] before, double[] chances, double share, int shift) {
    for (int j = 0; j < before.length; j++) {
      cells[j + NODES * shift] += chances[j % NODES] * share * before[j];
    }
  }

  /** The chances of the sums, the nodes averaged. */
  double[] mixed() {
    double[] mixed = new double[top + 1];
    for (int j = 0; j <= top; j++) {
      mixed[j] = together ? CommonFactor.mixed(cells, NODES * j) : cells[NODES * j];
    }
    return mixed;
  }
}
