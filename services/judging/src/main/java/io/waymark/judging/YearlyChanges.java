package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * A series by its changes from year to year, each taken at the same time of the year as the last
 * point, so that seasons cancel out. Where a year is missing the change over the gap counts for all
 * of its years.
 */
final class YearlyChanges {
  private static final int WINDOW = 12;
  private static final int MEMORY = 20;
  private static final int LEAST_FOR_MEMORY = 8;
  private static final int LEAST_FOR_CLIPPING = 5;
  private static final double CLIP = 3;

  /** The median absolute deviation of a normal variable times this is its standard deviation. */
  private static final double MAD_TO_DEVIATION = 1.4826;

  private static final int TOLERANCE_DAYS = 45;

  /** What a year's scatter counts beside that of the year after it. */
  private static final double FADING = 0.7;

  /** A variance below this share of the squared mean is an artefact of rounding. */
  private static final double ROUNDING = 1e-18;

  private final double[] rates;
  private final int[] years;

  /**
   * Creates the changes.
   *
   * @param rates per year, oldest first, on the walk's scale
   * @param years how many years each of them spans, mostly 1
   */
  private YearlyChanges(double[] rates, int[] years) {
    this.rates = rates;
    this.years = years;
  }

  /**
   * Persistence of changes: sum of products of neighbours over sum of squares, scaled by variance.
   */
  record Memory(double products, double squares) {
    static final Memory NONE = new Memory(0, 0);

    double share() {
      return squares > 0 ? Math.clamp(products / squares, -0.9, 0.95) : 0;
    }
  }

  /** From points oldest first, one per day, all positive if {@code log}. */
  static YearlyChanges of(List<Point> points, boolean log) {
    LocalDate end = points.getLast().date();
    LocalDate first = points.getFirst().date().minusDays(TOLERANCE_DAYS);
    int most = (int) ChronoUnit.YEARS.between(first, end);
    double[] rates = new double[most];
    int[] years = new int[most];
    int from = most;
    double later = OwnSeries.transformed(points.getLast().value(), log);
    int laterYear = 0;
    for (int year = 1; year <= most; year++) {
      Point point = Point.near(points, end.minusYears(year), TOLERANCE_DAYS);
      if (point != null) {
        double value = OwnSeries.transformed(point.value(), log);
        from--;
        years[from] = year - laterYear;
        rates[from] = (later - value) / years[from];
        later = value;
        laterYear = year;
      }
    }
    return new YearlyChanges(
        Arrays.copyOfRange(rates, from, most), Arrays.copyOfRange(years, from, most));
  }

  int count() {
    return rates.length;
  }

  double newest() {
    return rates[rates.length - 1];
  }

  /** The changes of the last twelve years. */
  YearlyChanges recent() {
    int from = rates.length;
    int span = 0;
    while (from > 0 && span + years[from - 1] <= WINDOW) {
      span += years[--from];
    }
    return new YearlyChanges(
        Arrays.copyOfRange(rates, from, rates.length),
        Arrays.copyOfRange(years, from, years.length));
  }

  int span() {
    int span = 0;
    for (int year : years) {
      span += year;
    }
    return span;
  }

  /** With changes more than three deviations (by the median) off brought back to three. */
  YearlyChanges clipped() {
    if (rates.length < LEAST_FOR_CLIPPING) {
      return this;
    }
    double middle = median(rates);
    double[] off = new double[rates.length];
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(rates[i] - middle);
    }
    double most = CLIP * MAD_TO_DEVIATION * median(off);
    if (most == 0) {
      return this;
    }
    double[] clipped = new double[rates.length];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.clamp(rates[i], middle - most, middle + most);
    }
    return new YearlyChanges(clipped, years);
  }

  /** Mean change per year. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < rates.length; i++) {
      sum += rates[i] * years[i];
    }
    return sum / span();
  }

  /** Standard deviation of one year's change; 0 with fewer than two changes. */
  double deviation() {
    if (rates.length < 2) {
      return 0;
    }
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < rates.length; i++) {
      squares += (rates[i] - mean) * (rates[i] - mean) * years[i];
    }
    return Math.sqrt(squares / (rates.length - 1));
  }

  /** Deviation from a mean where the newest changes count most; 0 with fewer than two changes. */
  double latestDeviation(double mean) {
    if (rates.length < 2) {
      return 0;
    }
    double squares = 0;
    double weights = 0;
    double weight = 1;
    for (int i = rates.length - 1; i >= 0; i--) {
      squares += weight * (rates[i] - mean) * (rates[i] - mean) * years[i];
      weights += weight;
      weight *= FADING;
    }
    return Math.sqrt(squares / weights);
  }

  /** How far a year's deviation from the mean goes on in the next one; the last twenty changes. */
  Memory memory() {
    int from = Math.max(0, rates.length - MEMORY);
    int n = rates.length - from;
    if (n < LEAST_FOR_MEMORY) {
      return Memory.NONE;
    }
    double mean = 0;
    for (int i = from; i < rates.length; i++) {
      mean += rates[i];
    }
    mean /= n;
    double products = 0;
    double squares = 0;
    for (int i = from; i < rates.length - 1; i++) {
      double now = rates[i] - mean;
      products += now * (rates[i + 1] - mean);
      squares += now * now;
    }
    double newest = rates[rates.length - 1] - mean;
    double variance = (squares + newest * newest) / n;
    boolean rounding = variance <= ROUNDING * mean * mean;
    return rounding ? Memory.NONE : new Memory(products / variance, squares / variance);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
