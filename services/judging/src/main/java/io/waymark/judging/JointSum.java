package io.waymark.judging;

import java.util.List;

/**
 * The sum of many projects' outcomes on a grid of equal steps. Where the amounts have a common unit
 * and few enough steps the grid is that unit and the sums are exact; else an amount between two
 * steps is split between them or, where projects carry a target alone, rounded to whole steps such
 * that all of them together keep theirs. Projects of one bureau share a {@link CommonFactor} and
 * are summed first, see {@link BureauSum}; the bureaus' sums are folded.
 */
final class JointSum {
  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

  private final Portfolio portfolio;
  private final List<Additions> parts;
  private final SumGrid grid;

  /** By part, from its least amount to its greatest. */
  private final double[] steps;

  private double least;
  private double mean;
  private double range;
  private int all;

  JointSum(Portfolio portfolio, List<Additions> parts, SumGrid grid) {
    this.portfolio = portfolio;
    this.parts = parts;
    this.grid = grid;
    this.steps = new double[parts.size()];
    for (Additions part : parts) {
      mean += part.mean();
      least += part.least();
      range += part.range();
    }
  }

  Additions sum() {
    int scale = scale();
    long unit = scale < 0 ? 0 : unit(POWERS[scale]);
    if (unit == 0) {
      stepsOnGrid();
    }
    double[] sums = bureau(0);
    for (int i = 1; i < portfolio.bureaus(); i++) {
      sums = Folding.of(sums, bureau(i));
    }
    return Additions.possible(
        unit == 0 ? onGrid(sums.length) : onUnits(unit, POWERS[scale], sums.length), sums, mean);
  }

  /** Digits behind the point of every amount; -1 where no common unit can be had. */
  private int scale() {
    int scale = 0;
    for (Contribution one : portfolio.contributions()) {
      if (one.mode() != ContributionMode.ON_COMPLETION) {
        return -1;
      }
      scale = Math.max(scale, one.amount().scale());
    }
    return scale < POWERS.length ? scale : -1;
  }

  /**
   * The common unit in steps of the last digit, with each part's steps set to it; 0 if too fine.
   */
  private long unit(double power) {
    long unit = 0;
    long total = 0;
    for (Additions part : parts) {
      long size = Math.round(part.range() * power);
      unit = gcd(size, unit);
      total += size;
      if (size > 0 && total >= unit * grid.exactUpTo()) {
        return 0;
      }
    }
    for (int i = 0; i < steps.length && unit > 0; i++) {
      long units = Math.round(parts.get(i).range() * power) / unit;
      steps[i] = units;
    }
    return unit;
  }

  private static long gcd(long a, long b) {
    long high = a;
    long low = b;
    while (low != 0) {
      long rest = high % low;
      high = low;
      low = rest;
    }
    return high;
  }

  private void stepsOnGrid() {
    int open = 0;
    for (Additions part : parts) {
      open += part.range() > 0 ? 1 : 0;
    }
    all = grid.steps(open);
    double reached = 0;
    for (int i = 0; i < steps.length && open > 0; i++) {
      double before = reached;
      reached += parts.get(i).range();
      steps[i] =
          grid.whole()
              ? Math.round(reached / range * all) - Math.round(before / range * all)
              : parts.get(i).range() / range * all;
    }
  }

  private double[] bureau(int bureau) {
    int first = portfolio.start(bureau);
    int end = portfolio.end(bureau);
    int open = 0;
    int cells = 1;
    for (int i = first; i < end; i++) {
      open += parts.get(i).size() > 1 ? 1 : 0;
      cells += BureauSum.cells(steps[i]);
    }
    boolean together = open > 1 && !portfolio.name(bureau).isEmpty();
    BureauSum sum = new BureauSum(together, cells);
    for (int i = first; i < end; i++) {
      sum.add(parts.get(i), steps[i]);
    }
    return sum.mixed();
  }

  private double[] onUnits(long unit, double power, int count) {
    long lowest = Math.round(least * power);
    double[] amounts = new double[count];
    for (int j = 0; j < count; j++) {
      amounts[j] = (lowest + j * unit) / power;
    }
    return amounts;
  }

  private double[] onGrid(int count) {
    double[] amounts = new double[count];
    for (int j = 0; j < count; j++) {
      amounts[j] = j == all ? least + range : least + range / all * j;
    }
    return amounts;
  }
}
