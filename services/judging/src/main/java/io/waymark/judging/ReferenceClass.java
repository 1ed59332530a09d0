package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import io.waymark.judging.YearlyChanges.Memory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same indicator in comparable places. It says how fast such series move, how much they
 * scatter, and where their level lies: a place far above its like tends to fall back, one far below
 * to catch up.
 */
public final class ReferenceClass {
  /** No comparable place. */
  public static final ReferenceClass NONE = new ReferenceClass(List.of());

  private static final int LEAST_MEMBERS = 2;
  private static final int LEAST_POINTS = 6;

  private final List<Member> members;
  private final double drift;
  private final double spread;
  private final Memory memory;
  private final double level;
  private final double newest;

  /**
   * One comparable place, summed up at a date.
   *
   * @param inputIds the figures that went in
   */
  public static final class Member {
    private final boolean log;
    private final SeriesSummary summary;
    private final List<String> inputIds;

    private Member(boolean log, SeriesSummary summary, List<String> inputIds) {
      this.log = log;
      this.summary = summary;
      this.inputIds = inputIds;
    }

    /**
     * Sums up a comparable series; null if it is too short, or ends more than a year before.
     *
     * @param measure of the indicator
     * @param figures oldest first, one per day
     * @param upTo the last day that may be looked at
     */
    public static @Nullable Member of(Measure measure, List<Figure> figures, LocalDate upTo) {
      List<Point> points = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      boolean positive = true;
      for (Figure figure : figures) {
        if (!figure.periodEnd().isAfter(upTo)) {
          points.add(new Point(figure.periodEnd(), figure.value().doubleValue()));
          ids.add(figure.id());
          positive &= figure.value().signum() > 0;
        }
      }
      boolean log = measure.logarithmic() && positive;
      if (points.size() < LEAST_POINTS
          || points.getLast().date().isBefore(upTo.minusYears(1).minusDays(1))) {
        return null;
      }
      SeriesSummary summary = SeriesSummary.of(points, log);
      return summary.count() < LEAST_POINTS - 1 ? null : new Member(log, summary, List.copyOf(ids));
    }
  }

  private ReferenceClass(List<Member> members) {
    this.members = members;
    int n = members.size();
    double[] recent = new double[n];
    double[] all = new double[n];
    double[] spreads = new double[n];
    double[] levels = new double[n];
    double[] changes = new double[n];
    double products = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      SeriesSummary summary = members.get(i).summary;
      recent[i] = summary.recentDrift();
      all[i] = summary.longDrift();
      spreads[i] = summary.recentSpread();
      levels[i] = summary.last();
      changes[i] = summary.newest();
      products += summary.memory().products();
      squares += summary.memory().squares();
    }
    memory = new Memory(products, squares);
    drift = n == 0 ? 0 : (YearlyChanges.median(recent) + YearlyChanges.median(all)) / 2;
    spread = n == 0 ? 0 : YearlyChanges.median(spreads);
    level = n == 0 ? 0 : YearlyChanges.median(levels);
    newest = n == 0 ? 0 : YearlyChanges.median(changes);
  }

  /** Of at least two members; fewer make no class. */
  public static ReferenceClass of(List<Member> members) {
    return members.size() < LEAST_MEMBERS ? NONE : new ReferenceClass(List.copyOf(members));
  }

  /** Whether there is any comparable place. */
  boolean empty() {
    return members.isEmpty();
  }

  int size() {
    return members.size();
  }

  /** The members on the same scale as a series. */
  ReferenceClass on(boolean log) {
    List<Member> same = new ArrayList<>(members);
    same.removeIf(member -> member.log != log);
    return same.size() == members.size() ? this : of(same);
  }

  /** Median of the members' yearly changes. */
  double drift() {
    return drift;
  }

  /** Median of the members' deviations. */
  double spread() {
    return spread;
  }

  /** Median of the members' last points. */
  double level() {
    return level;
  }

  /** Median of the members' newest yearly changes. */
  double newest() {
    return newest;
  }

  /** Persistence of changes, pooled with a series of one's own. */
  double memoryWith(Memory own) {
    return new Memory(memory.products() + own.products(), memory.squares() + own.squares()).share();
  }

  /** How many deviations of the places' levels a level lies above their median. */
  double above(double last) {
    double mean = last;
    for (Member member : members) {
      mean += member.summary.last();
    }
    mean /= members.size() + 1;
    double squares = (last - mean) * (last - mean);
    for (Member member : members) {
      double off = member.summary.last() - mean;
      squares += off * off;
    }
    double deviation = Math.sqrt(squares / (members.size() + 1));
    return deviation == 0 ? 0 : (last - level) / deviation;
  }

  /** The figures of all members. */
  List<String> inputIds() {
    List<String> ids = new ArrayList<>();
    members.forEach(member -> ids.addAll(member.inputIds));
    return ids;
  }
}
