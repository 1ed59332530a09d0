package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import java.time.LocalDate;
import java.util.List;

/**
 * An indicator's own series, projected from its changes from year to year:
 *
 * <pre>
 * median(h) = last + h·b + echo(h)·(newest − b) + 0.1·√h·(class's newest − class's drift)
 *           + season(h) − 0.25·s·√h·tanh(above)
 * spread(h) = 0.80·s·h^0.42·(run(h)/h)^0.25·√(1 + h/n)
 * </pre>
 *
 * with b the blend of the series' own drift and that of its reference class, s that of their
 * spreads, echo(h) = φ + φ² + ... + φ^h, and run(h) = 1² + (1 + φ)² + ... the variance that changes
 * add up to where they go on. The constants were fitted once on 13,680 real five-year questions and
 * are the same for every indicator; docs/judging.md says how, and what each of them buys.
 *
 * @param reference the comparable places, none or at least two
 * @param ownWeight of the own drift
 * @param referenceWeight of the comparable places' drift
 * @param drift the change expected of a year
 * @param persistence φ: how far a year's deviation goes on in the next one
 * @param scale s: one year's spread
 * @param season what the part of a year that is left over adds beyond its share of the drift
 */
record Trend(
    boolean log,
    LocalDate at,
    double value,
    double last,
    SeriesSummary summary,
    ReferenceClass reference,
    double ownWeight,
    double referenceWeight,
    double drift,
    double persistence,
    double scale,
    Season season)
    implements OwnSeries {
  /** Weight of the own drift with a long history; n years give n / (n + 3) of it. */
  private static final double OWN_AMONG_OTHERS = 0.54;

  private static final double DRIFTS = 0.93;
  private static final double YEARS_OF_DOUBT = 3;

  /** Shares of 100 move on less than they did. */
  private static final double BOUNDED = 0.75;

  private static final double MEMORY = 0.4;
  private static final double MEMORY_BASE = 0.05;
  private static final double LEAST_MEMORY = -0.3;
  private static final double MOST_MEMORY = 0.9;
  private static final double OWN_SPREAD = 0.6;
  private static final double CONVERGENCE = 0.25;
  private static final double SPREAD = 0.80;
  private static final double SPREAD_GROWTH = 0.42;
  private static final double COMMON = 0.1;

  /** How far a restless or quiet time of late counts. */
  private static final double MOST_UNREST = 3;

  private static final double UNTRIED = 1.3;

  /** Fewer yearly changes than this, and no comparable places: not enough to go by. */
  private static final int LEAST_ALONE = 3;

  /** A series that never moved may move all the same: this share of its size. */
  private static final double LEAST_SPREAD = 1e-3;

  static boolean fits(SeriesSummary summary, ReferenceClass reference) {
    return summary.count() >= LEAST_ALONE || !reference.empty();
  }

  /** Projects points, oldest first, one per day, on logarithms or plain. */
  static Trend fit(
      List<Point> points,
      boolean log,
      boolean bounded,
      SeriesSummary summary,
      ReferenceClass reference) {
    Point end = points.getLast();
    double known = summary.span() / (summary.span() + YEARS_OF_DOUBT);
    double own = reference.empty() ? known : OWN_AMONG_OTHERS * known;
    double others = reference.empty() ? 0 : DRIFTS - own;
    double drift = own * summary.drift() + others * reference.drift();
    double memory = MEMORY * summary.memory().share() + MEMORY_BASE;
    if (!reference.empty()) {
      memory += MEMORY * reference.memoryWith(summary.memory());
    }
    double least = LEAST_SPREAD * (log ? 1 : bounded ? 100 : Math.abs(end.value()));
    return new Trend(
        log,
        end.date(),
        end.value(),
        summary.last(),
        summary,
        reference,
        bounded ? BOUNDED * own : own,
        bounded ? BOUNDED * others : others,
        bounded ? BOUNDED * drift : drift,
        Math.clamp(memory, LEAST_MEMORY, MOST_MEMORY),
        Math.max(least, scale(summary, reference)),
        Season.of(points, log));
  }

  /** One year's spread: the own one, wider the fewer years it was seen, and the class's. */
  static double scale(SeriesSummary summary, ReferenceClass reference) {
    if (summary.count() < 2) {
      return UNTRIED * reference.spread();
    }
    double own = summary.spread() * (1 + YEARS_OF_DOUBT / summary.span());
    double blend =
        reference.empty()
            ? own
            : StrictMath.pow(own, OWN_SPREAD) * StrictMath.pow(reference.spread(), 1 - OWN_SPREAD);
    return blend * unrest(summary);
  }

  /** Restless years come in rows: more than 1 after such ones, less after quiet ones. */
  static double unrest(SeriesSummary summary) {
    if (summary.spread() == 0) {
      return 1;
    }
    double ratio = summary.latestSpread() / summary.spread();
    return fourthRoot(Math.clamp(ratio, 1 / MOST_UNREST, MOST_UNREST));
  }

  /** Rounded alike on every machine, and many times faster than a power. */
  private static double fourthRoot(double x) {
    return Math.sqrt(Math.sqrt(x));
  }

  /** The terms of the change from the last point to a date. */
  record Terms(
      double years,
      double drift,
      double momentum,
      double common,
      double season,
      double convergence) {
    double total() {
      return years * drift + momentum + common + season - convergence;
    }
  }

  private Terms terms(LocalDate date) {
    double h = horizon(date);
    double beyond = season.effect(at, date).beyond();
    return new Terms(h, drift, momentum(h), common(h), beyond, convergence(h));
  }

  @Override
  public double median(LocalDate date) {
    return last + terms(date).total();
  }

  /** What the newest change, as far as it goes on, adds to the drift. */
  private double momentum(double h) {
    if (summary.count() == 0) {
      return 0;
    }
    double whole = Math.floor(h);
    double part = h - whole;
    double echo = echo(whole) * (1 - part) + echo(whole + 1) * part;
    return echo * (summary.newest() - drift);
  }

  /** φ + φ² + ... + φ^years. */
  private double echo(double years) {
    double sum = 0;
    double power = 1;
    for (int year = 0; year < years; year++) {
      power *= persistence;
      sum += power;
    }
    return sum;
  }

  /** What moved all comparable places last goes on for a while. */
  private double common(double h) {
    return COMMON * Math.sqrt(h) * (reference.newest() - reference.drift());
  }

  private double convergence(double h) {
    return reference.empty()
        ? 0
        : CONVERGENCE * scale * Math.sqrt(h) * StrictMath.tanh(reference.above(last));
  }

  /** The variance of h years of changes of which each goes on; h where none does. */
  private double run(double h) {
    double sum = 0;
    double reach = 0;
    double power = 1;
    for (double left = h; left > 0; left--) {
      reach += power;
      power *= persistence;
      sum += Math.min(1, left) * reach * reach;
    }
    return sum;
  }

  @Override
  public double spread(LocalDate date) {
    double h = horizon(date);
    if (h == 0) {
      return 0;
    }
    double walked =
        SPREAD
            * scale
            * StrictMath.pow(h, SPREAD_GROWTH)
            * fourthRoot(run(h) / h)
            * Math.sqrt(1 + h / Math.max(1, summary.span()));
    double seasonal = season.effect(at, date).doubt();
    return seasonal == 0 ? walked : Math.sqrt(walked * walked + seasonal * seasonal);
  }

  @Override
  public void trace(Trace trace, LocalDate due, int digits) {
    int places = log ? 6 : digits + 3;
    TrendWords.drift(trace, this, places);
    TrendWords.change(trace, this, terms(due), places);
    TrendWords.scale(trace, this, places);
    double years = horizon(due);
    TrendWords.spread(
        trace, this, years, run(years), season.effect(at, due).doubt(), spread(due), places);
  }
}
