package io.waymark.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series that is summed up within the year and starts again each January (1–5 月). The running
 * year's total is not the straight line through the months so far: it comes from the share that
 * earlier years had made at this time of the year, blended with the trend of the yearly totals,
 * each weighted by its precision. Later years follow the trend of the totals.
 *
 * @param totals the finished years
 * @param withThisYear the finished years and the estimate of the running one
 * @param estimate of the running year
 */
record WithinYear(OwnSeries totals, OwnSeries withThisYear, Estimate estimate)
    implements OwnSeries {
  /** How much a share at the year's beginning differs between years, before any is known. */
  private static final double SHARE_DOUBT = 0.15;

  private static final double DOUBT_WEIGHT = 2;

  /**
   * The running year's total on the walk's scale.
   *
   * @param end its last day
   * @param byShares from the shares of earlier years; NaN if there are none
   * @param byTrend from the yearly totals
   * @param weight of the estimate by shares
   * @param value the blend
   * @param spread of the blend
   */
  record Estimate(
      LocalDate end, double byShares, double byTrend, double weight, double value, double spread) {}

  /** How yearly totals are projected. */
  interface Totals {
    OwnSeries of(List<Point> totals);
  }

  /**
   * Projects a year-to-date series; null without a finished year: nothing says what share of a year
   * the months so far are.
   *
   * @param points as reported, oldest first
   */
  static @Nullable OwnSeries fit(List<Point> points, boolean log, Totals by) {
    List<Point> finished = points.stream().filter(p -> yearEnd(p.date())).toList();
    if (finished.isEmpty()) {
      return null;
    }
    OwnSeries totals = by.of(finished);
    Point last = points.getLast();
    if (yearEnd(last.date())) {
      return totals;
    }
    Estimate estimate = estimate(points, last, totals, log);
    List<Point> all = new ArrayList<>(finished);
    double value = log ? StrictMath.exp(estimate.value()) : estimate.value();
    all.add(new Point(estimate.end(), value));
    return new WithinYear(totals, by.of(all), estimate);
  }

  private static boolean yearEnd(LocalDate date) {
    return date.getMonthValue() == 12 && date.getDayOfMonth() == 31;
  }

  private static Estimate estimate(List<Point> points, Point last, OwnSeries totals, boolean log) {
    LocalDate end = LocalDate.of(last.date().getYear(), 12, 31);
    double byTrend = totals.median(end);
    double trendSpread = totals.spread(end);
    List<Double> shares = shares(points, last.date());
    if (shares.isEmpty() || last.value() == 0) {
      return new Estimate(end, Double.NaN, byTrend, 0, byTrend, trendSpread);
    }
    double mean = mean(shares);
    double relative = shareSpread(shares, mean, last.date());
    double total = last.value() / StrictMath.exp(mean);
    double byShares = log ? StrictMath.log(total) : total;
    double shareSpread = log ? relative : relative * Math.abs(total);
    double weight =
        trendSpread == 0
            ? 0
            : trendSpread * trendSpread / (trendSpread * trendSpread + shareSpread * shareSpread);
    double spread =
        trendSpread
            * shareSpread
            / Math.sqrt(trendSpread * trendSpread + shareSpread * shareSpread);
    return new Estimate(
        end,
        byShares,
        byTrend,
        weight,
        weight * byShares + (1 - weight) * byTrend,
        trendSpread == 0 ? 0 : spread);
  }

  /** Logarithms of the shares of their years that earlier years had made on this day. */
  private static List<Double> shares(List<Point> points, LocalDate day) {
    List<Double> shares = new ArrayList<>();
    for (Point point : points) {
      boolean sameDay =
          point.date().getYear() < day.getYear() && point.date().getMonth() == day.getMonth();
      Point total = Point.near(points, LocalDate.of(point.date().getYear(), 12, 31), 0);
      if (sameDay && total != null && total.value() != 0 && point.value() / total.value() > 0) {
        shares.add(StrictMath.log(point.value() / total.value()));
      }
    }
    return shares;
  }

  private static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  /**
   * The share's doubt shrinks as the year goes by; years seen outweigh what was believed before.
   */
  private static double shareSpread(List<Double> shares, double mean, LocalDate day) {
    double left = 1 - day.getDayOfYear() / (double) day.lengthOfYear();
    double before = SHARE_DOUBT * left;
    double squares = DOUBT_WEIGHT * before * before;
    for (double share : shares) {
      squares += (share - mean) * (share - mean);
    }
    double variance = squares / (DOUBT_WEIGHT + shares.size() - 1);
    return Math.sqrt(variance * (1 + 1.0 / shares.size()));
  }

  @Override
  public boolean log() {
    return totals.log();
  }

  /** The end of the last finished year. */
  @Override
  public LocalDate at() {
    return totals.at();
  }

  @Override
  public double value() {
    return totals.value();
  }

  @Override
  public double last() {
    return totals.last();
  }

  @Override
  public double median(LocalDate date) {
    if (date.isAfter(estimate.end())) {
      return withThisYear.median(date);
    }
    double part = horizon(date) / OwnSeries.years(at(), estimate.end());
    return last() + part * (estimate.value() - last());
  }

  @Override
  public double spread(LocalDate date) {
    if (date.isAfter(estimate.end())) {
      double later = withThisYear.spread(date);
      return Math.sqrt(later * later + estimate.spread() * estimate.spread());
    }
    return estimate.spread() * horizon(date) / OwnSeries.years(at(), estimate.end());
  }

  @Override
  public void trace(Trace trace, LocalDate due, int digits) {
    int places = log() ? 6 : digits + 3;
    trace.add(
        "projection",
        Words.YEAR_TREND,
        shown(estimate.byTrend(), digits),
        figure(estimate.byTrend(), digits));
    if (estimate.weight() > 0) {
      trace.add(
          "projection",
          Words.YEAR_SHARES,
          shown(estimate.byShares(), digits),
          figure(estimate.byShares(), digits));
      trace.add(
          "projection",
          Words.YEAR_BLEND,
          Numbers.fixed(estimate.weight(), 3)
              + " × "
              + Numbers.fixed(estimate.byShares(), places)
              + " + "
              + Numbers.fixed(1 - estimate.weight(), 3)
              + " × "
              + Numbers.fixed(estimate.byTrend(), places)
              + " = "
              + Numbers.fixed(estimate.value(), places),
          figure(estimate.value(), digits));
    }
    if (due.isAfter(estimate.end())) {
      withThisYear.trace(trace, due, digits);
    }
  }

  private String shown(double value, int digits) {
    return log() ? "exp(" + Numbers.fixed(value, 6) + ")" : Numbers.fixed(value, digits);
  }

  private Text figure(double value, int digits) {
    return Text.same(Numbers.fixed(log() ? StrictMath.exp(value) : value, digits));
  }
}
