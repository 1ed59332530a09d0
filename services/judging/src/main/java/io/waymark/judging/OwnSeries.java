package io.waymark.judging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an indicator's own series goes: a median and a spread (Student's t, four degrees of
 * freedom) for every date, on logarithms or plain.
 */
sealed interface OwnSeries permits Trend, Pace, WithinYear, SumOfYears {
  double DAYS = 365.25;

  /** One point of a series. */
  record Point(LocalDate date, double value) {
    /** The point nearest to a date, of points oldest first; null if it is further off than that. */
    static @Nullable Point near(List<Point> points, LocalDate date, int days) {
      int low = 0;
      int high = points.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (points.get(middle).date().isBefore(date)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      Point found = null;
      long nearest = days + 1L;
      for (int i = Math.max(0, low - 1); i < Math.min(points.size(), low + 1); i++) {
        long off = Math.abs(ChronoUnit.DAYS.between(points.get(i).date(), date));
        if (off < nearest) {
          nearest = off;
          found = points.get(i);
        }
      }
      return found;
    }
  }

  /** Whether it walks on logarithms. */
  boolean log();

  /** The day of the last point. */
  LocalDate at();

  /** The last point. */
  double value();

  /** The last point on the walk's scale. */
  double last();

  /** The median on the walk's scale. */
  double median(LocalDate date);

  /** The spread on the walk's scale; 0 on the day of the last point. */
  double spread(LocalDate date);

  /** Says how the median at the due date comes about. */
  void trace(Trace trace, LocalDate due, int digits);

  /** Years from the last point to a date, never negative. */
  default double horizon(LocalDate date) {
    return Math.max(0, years(at(), date));
  }

  /** The median with only that share of the change from the last point. */
  default double median(LocalDate date, double share) {
    return share == 1 ? median(date) : last() + share * (median(date) - last());
  }

  static double years(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) / DAYS;
  }

  static double transformed(double value, boolean log) {
    return log ? StrictMath.log(value) : value;
  }
}
