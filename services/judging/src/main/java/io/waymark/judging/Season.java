package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

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

  private Season(List<Point> points, boolean log) {
    this.points = points;
    this.log = log;
  }

  static Season of(List<Point> points, boolean log) {
    return new Season(points, log);
  }

  /**
   * Mean m of the earlier n excesses with deviation d, trusted as far as it stands out: times n·m²
   * / (n·m² + d²).
   */
  double beyond(LocalDate at, LocalDate date) {
    double[] excesses = excesses(at, date);
    double mean = mean(excesses);
    double deviation = deviation(excesses, mean);
    double signal = excesses.length * mean * mean;
    return signal == 0 ? 0 : mean * signal / (signal + deviation * deviation);
  }

  /** How much the excess differed from year to year; 0 without a season. */
  double doubt(LocalDate at, LocalDate date) {
    double[] excesses = excesses(at, date);
    return deviation(excesses, mean(excesses));
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

  private double[] excesses(LocalDate at, LocalDate date) {
    int whole = (int) ChronoUnit.YEARS.between(at, date);
    LocalDate from = date.minusYears(whole);
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
