package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time of the year. A projection from June to December first goes whole years, then half a
 * year: what that half year brought in earlier years, beyond half of the year's change, is the
 * season.
 */
final class Season {
  private static final int YEARS = 5;
  private static final int LEAST_YEARS = 2;
  private static final int TOLERANCE_DAYS = 20;

  private final List<Point> points;
  private final boolean log;

  /** Dates of one fan mostly share the part of the year. */
  private @Nullable LocalDate partEnd;

  private Effect partEffect = Effect.NONE;

  private Season(List<Point> points, boolean log) {
    this.points = points;
    this.log = log;
  }

  static Season of(List<Point> points, boolean log) {
    return new Season(points, log);
  }

  /**
   * The season between two days.
   *
   * @param beyond what the part of a year brings beyond its share of the year's change: mean m of
   *     the earlier n excesses with deviation d, trusted as far as it stands out, times n·m² /
   *     (n·m² + d²)
   * @param doubt how much the excess differed from year to year; 0 without a season
   */
  record Effect(double beyond, double doubt) {
    static final Effect NONE = new Effect(0, 0);
  }

  Effect effect(LocalDate at, LocalDate date) {
    LocalDate from = date.minusYears(ChronoUnit.YEARS.between(at, date));
    if (!from.equals(partEnd)) {
      partEffect = effect(excesses(at, from));
      partEnd = from;
    }
    return partEffect;
  }

  private static Effect effect(double[] excesses) {
    if (excesses.length == 0) {
      return Effect.NONE;
    }
    double mean = mean(excesses);
    double deviation = deviation(excesses, mean);
    double signal = excesses.length * mean * mean;
    return new Effect(
        signal == 0 ? 0 : mean * signal / (signal + deviation * deviation), deviation);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }

  /** Of the part of a year that ends on that day. */
  private double[] excesses(LocalDate at, LocalDate from) {
    double part = OwnSeries.years(at, from);
    if (part * OwnSeries.DAYS <= TOLERANCE_DAYS || points.size() < LEAST_YEARS * 2 + 1) {
      return new double[0];
    }
    double[] found = new double[YEARS];
    int n = 0;
    for (int year = 1; year <= YEARS; year++) {
      double start = value(at.minusYears(year));
      double middle = value(from.minusYears(year));
      double end = value(at.minusYears(year - 1));
      double excess = middle - start - part * (end - start);
      if (!Double.isNaN(excess)) {
        found[n++] = excess;
      }
    }
    return n < LEAST_YEARS ? new double[0] : Arrays.copyOf(found, n);
  }

  private double value(LocalDate date) {
    Point point = Point.near(points, date, TOLERANCE_DAYS);
    return point == null ? Double.NaN : OwnSeries.transformed(point.value(), log);
  }
}
