package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import io.waymark.judging.Pace.Prior;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Projection of a target's figure: its own walk plus its projects. Where projects carry a share of
 * the way, that share of the walk's drift and spread is left out, since the past growth that it
 * stands for came from projects too.
 */
final class PathProspect {
  private final TargetQuestion question;
  private final TargetShape shape;
  private final History history;
  private final Trace trace;
  private final Portfolio portfolio;
  private final double ownShare;

  PathProspect(TargetQuestion question, TargetShape shape, History history, Trace trace) {
    this.question = question;
    this.shape = shape;
    this.history = history;
    this.trace = trace;
    this.portfolio = Portfolio.of(question.contributions());
    this.ownShare = 1 - PathPosition.carriedShare(question, shape, history);
  }

  Prospect prospect() {
    List<Point> points = history.points();
    if (points.isEmpty()) {
      return Prospect.NONE;
    }
    Figure decided = decided();
    if (decided != null) {
      return decided(decided.value().doubleValue());
    }
    OwnSeries own = own(points);
    if (own == null) {
      return Prospect.NONE;
    }
    List<Additions> each = portfolio.each(own.at(), question.due());
    SumGrid grid = ownShare == 0 ? SumGrid.ALONE : SumGrid.PUBLISHED;
    Projection due = at(own, question.due(), portfolio.sum(each, grid));
    double gap = due.expected() - shape.threshold();
    List<Cause> causes = causes(own, each, gap);
    double chance = shape.chance(due);
    trace.later(page -> trace(page, own, due, chance));
    Projection.Whole whole = due.whole();
    TargetOutlook outlook =
        new TargetOutlook(chance, whole.quantiles(), whole.tails(), fan(own, whole.quantiles()));
    return new Prospect(outlook, due.expected(), gap, causes);
  }

  /** Null if nothing can be said: a sum within the year without any finished year. */
  private @Nullable OwnSeries own(List<Point> points) {
    if (!question.yearToDate()) {
      return fit(points, logarithmic(points));
    }
    if (question.measure() == Measure.CUMULATIVE) {
      return summed();
    }
    boolean log = logarithmic(points);
    return WithinYear.fit(points, log, totals -> fit(totals, log));
  }

  private @Nullable OwnSeries summed() {
    Figure now = history.last();
    List<Point> reported = history.reportedPoints();
    boolean log = positive(reported);
    return now == null ? null : SumOfYears.fit(now, reported, log, totals -> level(totals, log));
  }

  /** A year's total is a level, though the target is a sum. */
  private static OwnSeries level(List<Point> totals, boolean log) {
    SeriesSummary summary = SeriesSummary.of(totals, log);
    if (Trend.fits(summary, ReferenceClass.NONE)) {
      return Trend.fit(totals, log, false, summary, ReferenceClass.NONE);
    }
    double size = totals.stream().mapToDouble(point -> Math.abs(point.value())).max().orElse(1);
    return Pace.fit(totals, log, log ? Prior.LOG : Prior.plain(size == 0 ? 1 : size));
  }

  /** By yearly changes where there are enough of them, else by the points as they are. */
  private OwnSeries fit(List<Point> points, boolean log) {
    if (question.measure() != Measure.CUMULATIVE) {
      ReferenceClass reference = question.reference().on(log);
      SeriesSummary summary = SeriesSummary.of(points, log);
      if (Trend.fits(summary, reference)) {
        return Trend.fit(points, log, question.measure().bounded(), summary, reference);
      }
    }
    return Pace.fit(points, log, prior(points, log));
  }

  /** The figure of the due date itself, once it is there: nothing is left to project. */
  private @Nullable Figure decided() {
    boolean sum = question.yearToDate() && question.measure() == Measure.CUMULATIVE;
    Figure last = sum ? history.last() : history.newest();
    return last != null && !last.periodEnd().isBefore(question.due()) ? last : null;
  }

  private Prospect decided(double value) {
    Quantiles all = new Quantiles(value, value, value, value, value);
    double gap = value - shape.threshold();
    trace.add(
        "projection",
        Words.EXPECTED,
        Numbers.fixed(value, PathPosition.digits(question, history)),
        new Text("到期值已知", "the figure of the due date is known"));
    TargetOutlook outlook =
        new TargetOutlook(
            shape.meets(value) ? 1 : 0,
            all,
            Tails.of(value),
            List.of(new FanPoint(question.due(), all)));
    Cause trend = new Cause(null, gap, 0, null, 0, false, false);
    return new Prospect(outlook, value, gap, List.of(trend));
  }

  private boolean logarithmic(List<Point> points) {
    return question.measure().logarithmic() && positive(points);
  }

  private static boolean positive(List<Point> points) {
    for (Point point : points) {
      if (point.value() <= 0) {
        return false;
      }
    }
    return true;
  }

  private Prior prior(List<Point> points, boolean log) {
    if (question.measure() == Measure.CUMULATIVE) {
      BigDecimal base = history.base();
      LocalDate from = history.baseDate();
      if (base != null && from != null) {
        double years = Math.max(OwnSeries.years(from, question.due()), 1.0 / 12);
        return Prior.pace((shape.threshold() - base.doubleValue()) / years);
      }
    }
    if (question.measure().bounded()) {
      return Prior.SHARE;
    }
    return log ? Prior.LOG : Prior.plain(size(points));
  }

  /** The size of the quantity: its greatest figure, target and base, whatever their sign. */
  private double size(List<Point> points) {
    double size = Math.abs(shape.threshold());
    for (Point point : points) {
      size = Math.max(size, Math.abs(point.value()));
    }
    return size == 0 ? 1 : size;
  }

  private Projection at(OwnSeries own, LocalDate date, Additions additions) {
    boolean share = question.measure().bounded();
    boolean sum = question.measure() == Measure.CUMULATIVE && shape.sign() > 0 && own.value() >= 0;
    boolean moves = own.horizon(date) > 0;
    return new Projection(
        own.log() && moves,
        moves ? own.median(date, ownShare) : own.value(),
        ownShare * own.spread(date),
        additions,
        share ? 0 : sum ? own.value() : Double.NEGATIVE_INFINITY,
        share ? 100 : Double.POSITIVE_INFINITY);
  }

  /**
   * From the as-of date at the ends of quarters, of half-years or of years, the longer the way, to
   * the due date.
   */
  private List<FanPoint> fan(OwnSeries own, Quantiles atDue) {
    List<FanPoint> fan = new ArrayList<>();
    LocalDate from = own.at().isAfter(question.asOf()) ? own.at() : question.asOf();
    for (LocalDate date : FanDates.between(from, question.due())) {
      Additions sum = portfolio.sum(portfolio.each(own.at(), date), SumGrid.DRAWN);
      fan.add(new FanPoint(date, at(own, date, sum).drawn()));
    }
    fan.add(new FanPoint(question.due(), atDue));
    return fan;
  }

  /** One cause for each project, and the trend for the rest: together the expected gap. */
  private List<Cause> causes(OwnSeries own, List<Additions> each, double gap) {
    List<Cause> causes = new ArrayList<>();
    double missing = 0;
    LogDays logs = new LogDays();
    for (int i = 0; i < each.size(); i++) {
      Contribution contribution = portfolio.contributions().get(i);
      double late = each.get(i).mean() - Additions.left(contribution, own.at());
      missing += late;
      causes.add(cause(contribution, late, logs));
    }
    causes.add(new Cause(null, gap - missing, 0, null, 0, false, false));
    causes.sort(Comparator.comparingDouble(cause -> shape.sign() * cause.amount()));
    return causes;
  }

  private Cause cause(Contribution contribution, double amount, LogDays logs) {
    ProjectForecast forecast = contribution.forecast();
    return new Cause(
        contribution.projectId(),
        amount == 0 ? 0 : amount,
        forecast.chanceBy(question.due(), logs),
        forecast.median(),
        contribution.amount().doubleValue(),
        contribution.assumed(),
        forecast.simulated());
  }

  private void trace(Trace page, OwnSeries own, Projection due, double chance) {
    int digits = PathPosition.digits(question, history);
    String median = Numbers.fixed(due.own(0), digits);
    if (!question.contributions().isEmpty()) {
      page.add(
          "projection",
          Words.CARRIED,
          "1 − " + Numbers.fixed(ownShare, 3),
          Text.same(Numbers.percent(1 - ownShare, 1) + " %"));
      portfolio.trace(page);
    }
    own.trace(page, question.due(), digits);
    page.add("projection", Words.TREND, walk(own, digits) + " = " + median, Text.same(median));
    double added = due.additions().mean();
    page.add(
        "projection",
        Words.EXPECTED,
        median
            + " + "
            + Numbers.fixed(added, digits)
            + " = "
            + Numbers.fixed(due.expected(), digits),
        Text.same(Numbers.fixed(due.expected(), digits)));
    page.add(
        "projection",
        Words.CHANCE,
        "P = " + Numbers.percent(chance, 1) + " %",
        Text.same(Numbers.percent(chance, 1) + " %"));
  }

  /** For example 590.0 × exp(0.179 × 0.037100), or 590.0 + 0.179 × 11.200 where it is plain. */
  private String walk(OwnSeries own, int digits) {
    double change = own.median(question.due()) - own.last();
    String moved =
        Numbers.fixed(ownShare, 3) + " × " + Numbers.fixed(change, own.log() ? 6 : digits + 3);
    String from = Numbers.fixed(own.value(), digits);
    return own.log() ? from + " × exp(" + moved + ")" : from + " + " + moved;
  }
}
