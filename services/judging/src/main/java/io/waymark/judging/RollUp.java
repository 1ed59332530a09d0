package io.waymark.judging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The sum of what parts add, as a distribution. Parts of one city rise and fall together: their
 * normal scores are taken to correlate by {@link #CORRELATION} through one common factor, which is
 * wider than independence and narrower than all moving as one. Given the factor the parts are
 * independent and their sum is convolved; the factor takes equally likely values. Deterministic,
 * and the same whatever the order of parts with equal keys.
 */
final class RollUp {
  /** Stated, not estimated: no public series of districts is long enough to measure it. */
  static final double CORRELATION = 0.5;

  private static final int NODES = 25;
  private static final int NODES_IN_FAN = 11;
  private static final int ATOMS = 128;

  /** Ascending. */
  private final double[] values;

  /** Cumulated probability up to the middle of each value's own. */
  private final double[] shares;

  private RollUp(double[] values, double[] shares) {
    this.values = values;
    this.shares = shares;
  }

  static RollUp of(List<PartProjection> parts) {
    return of(parts, CORRELATION, NODES);
  }

  static RollUp coarse(List<PartProjection> parts) {
    return of(parts, CORRELATION, NODES_IN_FAN);
  }

  static RollUp of(List<PartProjection> parts, double correlation, int nodes) {
    double[] scores = scores(nodes);
    double common = Math.sqrt(correlation);
    double own = Math.sqrt(1 - correlation);
    double[][] atoms = new double[nodes * ATOMS][];
    int count = 0;
    for (double factor : scores) {
      Atoms sum = Atoms.NONE;
      for (PartProjection part : parts) {
        double[] values = new double[nodes];
        for (int i = 0; i < nodes; i++) {
          values[i] = part.at(Normal.cdf(common * factor + own * scores[i]));
        }
        sum = sum.plus(values);
      }
      for (int i = 0; i < sum.values.length; i++) {
        atoms[count++] = new double[] {sum.values[i], sum.weights[i] / nodes};
      }
    }
    return cumulated(Arrays.copyOf(atoms, count));
  }

  /** Equally likely normal scores of variance 1. */
  private static double[] scores(int nodes) {
    double[] scores = new double[nodes];
    double squares = 0;
    for (int i = 0; i < nodes; i++) {
      scores[i] = Normal.quantile((i + 0.5) / nodes);
      squares += scores[i] * scores[i];
    }
    double scale = Math.sqrt(nodes / squares);
    for (int i = 0; i < nodes; i++) {
      scores[i] *= scale;
    }
    return scores;
  }

  private static RollUp cumulated(double[][] atoms) {
    Arrays.sort(atoms, Comparator.comparingDouble(atom -> atom[0]));
    double[] values = new double[atoms.length];
    double[] shares = new double[atoms.length];
    double sum = 0;
    for (int i = 0; i < atoms.length; i++) {
      values[i] = atoms[i][0];
      shares[i] = sum + atoms[i][1] / 2;
      sum += atoms[i][1];
    }
    return new RollUp(values, shares);
  }

  /** Probability of a value up to this one. */
  double below(double value) {
    int last = values.length - 1;
    if (value < values[0] || value >= values[last]) {
      return value < values[0] ? 0 : 1;
    }
    int above = 0;
    int low = 0;
    int high = last;
    while (low <= high) { // the first value above this one
      int middle = (low + high) >>> 1;
      if (values[middle] > value) {
        above = middle;
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    double from = values[above - 1];
    double share = (value - from) / (values[above] - from);
    return shares[above - 1] + share * (shares[above] - shares[above - 1]);
  }

  double quantile(double p) {
    int last = values.length - 1;
    if (p <= shares[0] || p >= shares[last]) {
      return p <= shares[0] ? values[0] : values[last];
    }
    int above = Arrays.binarySearch(shares, p);
    if (above >= 0) {
      return values[above];
    }
    above = -above - 1;
    double share = (p - shares[above - 1]) / (shares[above] - shares[above - 1]);
    return values[above - 1] + share * (values[above] - values[above - 1]);
  }

  /** The five that a judgement states, within the bounds. */
  Quantiles quantiles(double floor, double ceiling) {
    return new Quantiles(
        Math.clamp(quantile(0.10), floor, ceiling),
        Math.clamp(quantile(0.25), floor, ceiling),
        Math.clamp(quantile(0.50), floor, ceiling),
        Math.clamp(quantile(0.75), floor, ceiling),
        Math.clamp(quantile(0.90), floor, ceiling));
  }

  /** The outer ones, within the bounds. */
  Tails tails(double floor, double ceiling) {
    return new Tails(
        Math.clamp(quantile(0.025), floor, ceiling),
        Math.clamp(quantile(0.05), floor, ceiling),
        Math.clamp(quantile(0.95), floor, ceiling),
        Math.clamp(quantile(0.975), floor, ceiling));
  }

  /** Values with their weights, ascending where there are many. */
  private static final class Atoms {
    static final Atoms NONE = new Atoms(new double[] {0}, new double[] {1});

    private final double[] values;
    private final double[] weights;

    Atoms(double[] values, double[] weights) {
      this.values = values;
      this.weights = weights;
    }

    /** The sum with an independent part that takes these values, equally likely. */
    Atoms plus(double[] others) {
      double[] sums = new double[values.length * others.length];
      double[] shares = new double[sums.length];
      int k = 0;
      for (int i = 0; i < values.length; i++) {
        for (double other : others) {
          sums[k] = values[i] + other;
          shares[k++] = weights[i] / others.length;
        }
      }
      return sums.length <= ATOMS ? new Atoms(sums, shares) : onGrid(sums, shares);
    }

    /** Splits each value between its grid neighbours, which keeps the mean. */
    private static Atoms onGrid(double[] sums, double[] shares) {
      double low = Arrays.stream(sums).min().orElseThrow();
      double high = Arrays.stream(sums).max().orElseThrow();
      if (high <= low) {
        return new Atoms(new double[] {low}, new double[] {1});
      }
      double step = (high - low) / (ATOMS - 1);
      double[] grid = new double[ATOMS];
      double[] weights = new double[ATOMS];
      for (int i = 0; i < ATOMS; i++) {
        grid[i] = low + i * step;
      }
      for (int i = 0; i < sums.length; i++) {
        double place = (sums[i] - low) / step;
        int left = Math.clamp((int) place, 0, ATOMS - 2);
        double right = place - left;
        weights[left] += shares[i] * (1 - right);
        weights[left + 1] += shares[i] * right;
      }
      return new Atoms(grid, weights);
    }
  }
}
