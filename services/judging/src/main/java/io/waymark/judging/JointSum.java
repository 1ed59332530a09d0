package io.waymark.judging;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The sum of many projects' outcomes on a grid of equal steps. Where the amounts have a common unit
 * and few enough steps the grid is that unit and the sums are exact; else each amount is rounded to
 * whole steps such that all of them together keep theirs. Projects of one bureau share a {@link
 * CommonFactor}: its nodes are summed one after the other and mixed before the next bureau.
 */
final class JointSum {
  /** A finer grid than this, without a common unit, costs more than it tells. */
  private static final int MOST_STEPS = 256;

  private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

  private final List<Contribution> ordered;
  private final Additions[] parts;
  private final int kept;
  private final int[] shifts;

  /** By part and node the chance of the first of two outcomes. */
  private final double[] given;

  private double least;
  private double mean;
  private int steps;
  private double[] mix = {};
  private double[] sums = {};
  private double[] mixed = {};
  private int top;

  private JointSum(List<Contribution> ordered, LocalDate since, LocalDate until, int kept) {
    this.ordered = ordered;
    this.kept = kept;
    this.parts = new Additions[ordered.size()];
    this.shifts = new int[parts.length];
    this.given = new double[parts.length * CommonFactor.NODES];
    LogDays logs = new LogDays();
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Additions.one(ordered.get(i), since, until, logs);
      mean += parts[i].mean();
      least += parts[i].least();
      if (parts[i].size() == 2) {
        CommonFactor.given(parts[i].chance(0), given, i * CommonFactor.NODES);
      }
    }
  }

  static Additions of(List<Contribution> ordered, LocalDate since, LocalDate until, int kept) {
    return ordered.isEmpty() ? Additions.NONE : new JointSum(ordered, since, until, kept).sum();
  }

  private Additions sum() {
    int scale = scale();
    long unit = scale < 0 ? 0 : unit(POWERS[scale]);
    if (unit == 0) {
      shiftOnGrid();
    }
    mix = new double[steps + 1];
    sums = new double[steps + 1];
    mixed = new double[steps + 1];
    mix[0] = 1;
    int next;
    for (int i = 0; i < parts.length; i = next) {
      next = endOfBureau(i);
      add(i, next);
    }
    return unit == 0 ? onGrid() : onUnits(unit, POWERS[scale]);
  }

  /** Digits behind the point of every amount; -1 where no common unit can be had. */
  private int scale() {
    int scale = 0;
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].size() > 2 || ordered.get(i).mode() != ContributionMode.ON_COMPLETION) {
        return -1;
      }
      scale = Math.max(scale, ordered.get(i).amount().scale());
    }
    return scale < POWERS.length ? scale : -1;
  }

  /** The common unit in steps of the last digit, with the shifts set to it; 0 if too fine. */
  private long unit(double power) {
    long unit = 0;
    long all = 0;
    for (Additions part : parts) {
      long size = Math.round(part.range() * power);
      unit = gcd(size, unit);
      all += size;
    }
    if (unit == 0 || all / unit >= kept) {
      return 0;
    }
    for (int i = 0; i < parts.length; i++) {
      shifts[i] = (int) (Math.round(parts[i].range() * power) / unit);
    }
    steps = (int) (all / unit);
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

  private void shiftOnGrid() {
    double all = 0;
    for (Additions part : parts) {
      all += part.range();
    }
    steps = all == 0 ? 0 : Math.min(kept, MOST_STEPS) - 1;
    double reached = 0;
    int before = 0;
    for (int i = 0; i < parts.length && all > 0; i++) {
      reached += parts[i].range();
      int now = (int) Math.round(reached / all * steps);
      shifts[i] = now - before;
      before = now;
    }
  }

  private int endOfBureau(int first) {
    String bureau = ordered.get(first).group();
    int end = first + 1;
    while (end < parts.length && ordered.get(end).group().equals(bureau)) {
      end++;
    }
    return end;
  }

  private void add(int first, int end) {
    int open = 0;
    for (int i = first; i < end; i++) {
      open += parts[i].size() > 1 ? 1 : 0;
    }
    if (open < 2 || ordered.get(first).group().isEmpty()) {
      add(first, end, -1);
      System.arraycopy(sums, 0, mix, 0, top + 1);
      return;
    }
    Arrays.fill(mixed, 0);
    int start = top;
    for (int node = 0; node < CommonFactor.NODES; node++) {
      top = start;
      add(first, end, node);
      double weight = CommonFactor.weight(node);
      for (int j = 0; j <= top; j++) {
        mixed[j] += weight * sums[j];
      }
    }
    double[] old = mix;
    mix = mixed;
    mixed = old;
  }

  /** Adds the projects of a bureau to the mix, leaving the sums in {@code sums}. */
  private void add(int first, int end, int node) {
    System.arraycopy(mix, 0, sums, 0, top + 1);
    Arrays.fill(sums, top + 1, steps + 1, 0);
    for (int i = first; i < end; i++) {
      if (parts[i].size() > 1) {
        addOne(i, node);
      }
    }
  }

  private void addOne(int i, int node) {
    Additions part = parts[i];
    if (part.size() == 2) {
      double first = node < 0 ? part.chance(0) : given[i * CommonFactor.NODES + node];
      either(part.amount(0) > part.amount(1) ? first : 1 - first, shifts[i]);
    } else {
      any(part, shifts[i], node);
    }
    top += shifts[i];
  }

  /** Two outcomes: the whole shift or nothing. From the top, so that no sum is read once moved. */
  private void either(double whole, int shift) {
    double[] own = sums;
    double none = 1 - whole;
    for (int j = top + shift; j >= shift; j--) {
      own[j] = none * own[j] + whole * own[j - shift];
    }
    for (int j = Math.min(shift, top + 1) - 1; j >= 0; j--) {
      own[j] *= none;
    }
  }

  private void any(Additions part, int shift, int node) {
    double[] before = Arrays.copyOf(sums, top + 1);
    Arrays.fill(sums, 0, top + 1, 0);
    double passed = 0;
    double told = 0;
    for (int o = 0; o < part.size(); o++) {
      passed = o == part.size() - 1 ? 1 : passed + part.chance(o);
      double now = node < 0 ? passed : CommonFactor.given(node, passed);
      double place = (part.amount(o) - part.least()) / part.range() * shift;
      spread(before, now - told, Math.min(place, shift), shift);
      told = now;
    }
  }

  /** An outcome between two steps is split between them. */
  private void spread(double[] before, double chance, double place, int shift) {
    int step = (int) place;
    double share = place - step;
    if (share > 1e-9 && step < shift) {
      shifted(before, chance * share, step + 1);
      shifted(before, chance * (1 - share), step);
    } else {
      shifted(before, chance, step);
    }
  }

  private void shifted(double[] before, double chance, int shift) {
    double[] sink = sums;
    for (int j = 0; j < before.length; j++) {
      sink[j + shift] += chance * before[j];
    }
  }

  private Additions onUnits(long unit, double power) {
    long lowest = Math.round(least * power);
    double[] amounts = new double[top + 1];
    for (int j = 0; j <= top; j++) {
      amounts[j] = (lowest + j * unit) / power;
    }
    return Additions.possible(amounts, mix, mean);
  }

  private Additions onGrid() {
    double range = 0;
    for (Additions part : parts) {
      range += part.range();
    }
    double[] amounts = new double[top + 1];
    for (int j = 0; j <= top; j++) {
      amounts[j] = j == top ? least + range : least + range / Math.max(1, steps) * j;
    }
    return Additions.possible(amounts, mix, mean);
  }
}
