package io.waymark.judging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scores judgements by what came of them. The order in which they are given does not matter. */
public final class Backtest {
  /** Fewer judgements than this are not scored. */
  public static final int LEAST_SCORED = 10;

  /** Of fewer judgements in one tenth it is not said how often they came true. */
  public static final int LEAST_DRAWN = 5;

  /** The key of all horizons together. */
  public static final int ALL = 0;

  private static final int TENTHS = 10;

  /** Sums of doubles depend on their order, so that there must be one. */
  private static final Comparator<Checked> ORDER =
      Comparator.comparing(Checked::series)
          .thenComparingInt(Checked::years)
          .thenComparingDouble(Checked::said)
          .thenComparing(Checked::met);

  private Backtest() {}

  /**
   * All horizons together under {@link #ALL}, then each by its years; empty if nothing is given.
   */
  public static SortedMap<Integer, BacktestScore> byYears(List<Checked> all) {
    SortedMap<Integer, List<Checked>> byYears = new TreeMap<>();
    for (Checked one : all) {
      byYears.computeIfAbsent(one.years(), years -> new ArrayList<>()).add(one);
    }
    SortedMap<Integer, BacktestScore> scores = new TreeMap<>();
    byYears.forEach((years, some) -> scores.put(years, score(some)));
    if (!all.isEmpty()) {
      scores.put(ALL, score(all));
    }
    return scores;
  }

  /** Scores judgements taken as one. */
  public static BacktestScore score(List<Checked> all) {
    int n = all.size();
    if (n < LEAST_SCORED) {
      return BacktestScore.none(n);
    }
    List<Checked> ordered = all.stream().sorted(ORDER).toList();
    int met = (int) ordered.stream().filter(Checked::met).count();
    double brier = ordered.stream().mapToDouble(Checked::error).sum() / n;
    return new BacktestScore(
        n,
        (double) met / n,
        brier,
        error(ordered, brier),
        reference(n, met),
        new CheckedShare(n, (int) ordered.stream().filter(Checked::within80).count()),
        interval90(ordered),
        points(ordered));
  }

  /**
   * Always saying how often the others were met: one that is met knows (met − 1) of n − 1, one that
   * is not knows met of n − 1.
   */
  private static double reference(int n, int met) {
    double ofMet = (double) (n - met) / (n - 1);
    double ofMissed = (double) met / (n - 1);
    return (met * ofMet * ofMet + (n - met) * ofMissed * ofMissed) / n;
  }

  /** Judgements of one series overlap, so that each series counts as one draw. */
  private static @Nullable Double error(List<Checked> ordered, double mean) {
    Map<String, Double> sums = new TreeMap<>();
    for (Checked one : ordered) {
      sums.merge(one.series(), one.error() - mean, Double::sum);
    }
    int series = sums.size();
    if (series < 2) {
      return null;
    }
    double squares = 0;
    for (double sum : sums.values()) {
      squares += sum * sum;
    }
    return Math.sqrt(squares * series / (series - 1)) / ordered.size();
  }

  private static @Nullable CheckedShare interval90(List<Checked> all) {
    int hits = 0;
    for (Checked one : all) {
      Boolean within = one.within90();
      if (within == null) {
        return null;
      }
      hits += within ? 1 : 0;
    }
    return new CheckedShare(all.size(), hits);
  }

  private static List<BacktestScore.Point> points(List<Checked> ordered) {
    int[] counts = new int[TENTHS];
    int[] met = new int[TENTHS];
    double[] said = new double[TENTHS];
    for (Checked one : ordered) {
      int tenth = Math.min(TENTHS - 1, (int) (one.said() * TENTHS));
      counts[tenth]++;
      met[tenth] += one.met() ? 1 : 0;
      said[tenth] += one.said();
    }
    List<BacktestScore.Point> points = new ArrayList<>();
    for (int i = 0; i < TENTHS; i++) {
      if (counts[i] > 0) {
        CheckedShare was = counts[i] < LEAST_DRAWN ? null : new CheckedShare(counts[i], met[i]);
        points.add(new BacktestScore.Point(i, counts[i], said[i] / counts[i], was));
      }
    }
    return points;
  }
}
