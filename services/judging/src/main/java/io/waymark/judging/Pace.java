package io.waymark.judging;

import java.time.LocalDate;
import java.util.List;

/**
 * A series too short for yearly changes, a sum over the plan or a lead over another indicator: a
 * random walk with drift between the points as they are. The drift is shrunk towards a prior, the
 * yearly variance towards a default; both matter only while the history is short.
 *
 * @param log whether it walks on logarithms
 * @param at the day of the last point
 * @param value the last point
 * @param last the last point, transformed
 * @param drift per year, transformed
 * @param driftVariance how uncertain the drift is
 * @param variance of one year's step
 */
record Pace(
    boolean log,
    LocalDate at,
    double value,
    double last,
    double drift,
    double driftVariance,
    double variance)
    implements OwnSeries {
  private static final double WINDOW_YEARS = 12;

  /** As measured for short histories; see docs/judging.md. */
  private static final double SPREAD = 0.9;

  /**
   * What is believed before any history.
   *
   * @param drift the mean of the drift
   * @param driftSpread its standard deviation
   * @param step the standard deviation of one year's step
   * @param weight how many steps that belief is worth
   */
  record Prior(double drift, double driftSpread, double step, double weight) {
    /** Positive levels, per year on logarithms. */
    static final Prior LOG = new Prior(0, 0.03, 0.03, 3);

    /** Shares of 100, in points. */
    static final Prior SHARE = new Prior(0, 0.7, 1.0, 3);

    /** Anything else, in the size of the quantity. */
    static Prior plain(double size) {
      return new Prior(0, 0.03 * size, 0.03 * size, 3);
    }

    /** A sum over the plan: the planned pace, which the pace made soon outweighs. */
    static Prior pace(double planned) {
      double size = planned == 0 ? 1 : Math.abs(planned);
      return new Prior(planned, 0.5 * size, 0.3 * size, 3);
    }
  }

  /** Fits the walk to points, oldest first, one per day; at least one. */
  static Pace fit(List<Point> points, boolean log, Prior prior) {
    Point end = points.getLast();
    List<Point> recent =
        points.stream().filter(p -> OwnSeries.years(p.date(), end.date()) <= WINDOW_YEARS).toList();
    Point start = recent.getFirst();
    double last = OwnSeries.transformed(end.value(), log);
    double span = OwnSeries.years(start.date(), end.date());
    double raw = span > 0 ? (last - OwnSeries.transformed(start.value(), log)) / span : 0;
    double variance = variance(recent, log, raw, prior);
    double belief = 1 / (prior.driftSpread() * prior.driftSpread());
    double evidence = span / variance;
    double drift = (prior.drift() * belief + raw * evidence) / (belief + evidence);
    return new Pace(log, end.date(), end.value(), last, drift, 1 / (belief + evidence), variance);
  }

  private static double variance(List<Point> points, boolean log, double drift, Prior prior) {
    double squares = 0;
    for (int i = 1; i < points.size(); i++) {
      double time = OwnSeries.years(points.get(i - 1).date(), points.get(i).date());
      double step =
          OwnSeries.transformed(points.get(i).value(), log)
              - OwnSeries.transformed(points.get(i - 1).value(), log)
              - drift * time;
      squares += step * step / time;
    }
    double freedom = Math.max(0, points.size() - 2);
    return (prior.weight() * prior.step() * prior.step() + squares) / (prior.weight() + freedom);
  }

  @Override
  public double median(LocalDate date) {
    return last + drift * horizon(date);
  }

  @Override
  public double spread(LocalDate date) {
    double h = horizon(date);
    return SPREAD * Math.sqrt(variance * h + driftVariance * h * h);
  }

  @Override
  public void trace(Trace trace, LocalDate due, int digits) {
    int places = log ? 6 : digits + 3;
    double moved = drift * horizon(due);
    trace.add(
        "projection",
        Words.DRIFTED,
        Numbers.fixed(drift, places)
            + " × "
            + Numbers.fixed(horizon(due), 4)
            + " = "
            + Numbers.fixed(moved, places),
        Text.same(Numbers.fixed(moved, places)));
  }
}
