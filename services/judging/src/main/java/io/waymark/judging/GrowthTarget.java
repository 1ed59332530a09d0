package io.waymark.judging;

import io.waymark.judging.Ruled.Settled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Targets on growth in percent: the average over the plan (geometric), or each of its years. One
 * figure counts for a year, its last; before the year's end it is provisional. Contributions of
 * projects do not enter.
 */
final class GrowthTarget {
  private static final double PRIOR_STEP = 2;
  private static final double PRIOR_WEIGHT = 3;
  private static final double MEAN_SPREAD = 0.5;
  private static final int MEANS = 9;

  private final TargetQuestion question;
  private final TargetShape shape;
  private final History history;
  private final Trace trace;
  private final Map<Integer, Double> finished = new TreeMap<>();
  private final List<Double> all = new ArrayList<>();
  private double provisional = Double.NaN;

  GrowthTarget(TargetQuestion question, TargetShape shape, History history, Trace trace) {
    this.question = question;
    this.shape = shape;
    this.history = history;
    this.trace = trace;
    Map<Integer, Figure> byYear = new TreeMap<>();
    history.figures().forEach(figure -> byYear.put(figure.periodEnd().getYear(), figure));
    byYear.forEach(this::sort);
  }

  private void sort(int year, Figure figure) {
    double growth = logarithm(figure.value().doubleValue());
    all.add(growth);
    if (year < question.planStart().getYear()) {
      return;
    }
    LocalDate end = LocalDate.of(year, 12, 31);
    if (figure.periodEnd().equals(end)) {
      finished.put(year, growth);
    } else {
      provisional = growth;
    }
  }

  private boolean average() {
    return question.measure() == Measure.AVERAGE_GROWTH;
  }

  Position position(Light before) {
    Figure last = history.last();
    if (last == null || (finished.isEmpty() && Double.isNaN(provisional))) {
      return Position.unknown(UnknownReason.NO_DATA_YET);
    }
    double now = average() ? soFar() : last.value().doubleValue();
    double target = shape.threshold();
    double behind = shape.sign() * (target - now);
    Double ratio = target == 0 ? null : Double.valueOf(1 - behind / Math.abs(target));
    Settled settled = ratio == null ? null : ruled(ratio, before);
    Light light = light(now, behind, settled);
    int digits = PathPosition.digits(question, history);
    trace.add(
        "position",
        average() ? Words.AVERAGE_SO_FAR : Words.LATEST_YEAR,
        Numbers.fixed(now, digits) + " % / " + Numbers.fixed(target, digits) + " %",
        light.word());
    Position position = Position.of(light, now, last.periodEnd(), target, ratio, behind);
    return settled == null ? position : position.by(settled);
  }

  /** There is no way from a base to a target here: every rule reads actual growth / target. */
  private @Nullable Settled ruled(double ratio, Light before) {
    return PositionRuling.settle(question.rulebook(), Standing.of(1, ratio), before, trace);
  }

  private Light light(double now, double behind, @Nullable Settled settled) {
    if (!average() && missedYear()) {
      return Light.OFF_TRACK;
    }
    if (shape.overshot(now)) {
      return Light.AT_RISK;
    }
    if (shape.meets(now)) {
      boolean ahead = settled != null && settled.light() == Light.AHEAD && shape.oneSided();
      return ahead ? Light.AHEAD : Light.ON_TRACK;
    }
    if (settled != null) {
      return settled.light();
    }
    return behind < 1 ? Light.AT_RISK : Light.OFF_TRACK;
  }

  /** A year that fell short cannot be made good where each year counts. */
  private boolean missedYear() {
    return finished.values().stream().anyMatch(growth -> !shape.meets(back(growth)));
  }

  private double soFar() {
    double sum = 0;
    int years = finished.size();
    for (double growth : finished.values()) {
      sum += growth;
    }
    if (!Double.isNaN(provisional)) {
      sum += provisional;
      years++;
    }
    return back(sum / years);
  }

  Prospect prospect() {
    if (all.isEmpty()) {
      return Prospect.NONE;
    }
    Projection due = average() ? averageAtDue() : lastYear();
    double chance = average() ? chance(due) : everyYear();
    Quantiles quantiles = percent(due.quantiles());
    double expected = back(due.expected());
    double gap = expected - shape.threshold();
    trace.add(
        "projection",
        Words.EXPECTED,
        Numbers.fixed(expected, 2) + " %",
        Text.same(Numbers.fixed(expected, 2) + " %"));
    trace.add(
        "projection",
        Words.CHANCE,
        "P = " + Numbers.percent(chance, 1) + " %",
        Text.same(Numbers.percent(chance, 1) + " %"));
    List<FanPoint> fan = new ArrayList<>();
    fan.add(new FanPoint(question.due(), quantiles));
    Cause trend = new Cause(null, gap, 0, null, 0, false, false);
    return new Prospect(
        new TargetOutlook(chance, quantiles, percent(due.whole().tails()), fan),
        expected,
        gap,
        List.of(trend));
  }

  private int open() {
    int years = question.due().getYear() - question.planStart().getYear() + 1;
    return Math.max(0, years - finished.size());
  }

  private double mean() {
    double sum = 0;
    for (double growth : all) {
      sum += growth;
    }
    return sum / all.size();
  }

  private double variance() {
    double mean = mean();
    double squares = 0;
    for (double growth : all) {
      squares += (growth - mean) * (growth - mean);
    }
    double freedom = all.size() - 1;
    return (PRIOR_WEIGHT * PRIOR_STEP * PRIOR_STEP + squares) / (PRIOR_WEIGHT + freedom);
  }

  private double meanVariance() {
    return variance() / all.size() + MEAN_SPREAD * MEAN_SPREAD;
  }

  /**
   * The plan's average: finished years as they are, the current one half known, the others about
   * the mean.
   */
  private Projection averageAtDue() {
    int open = open();
    double sum = 0;
    for (double growth : finished.values()) {
      sum += growth;
    }
    double variance = 0;
    if (!Double.isNaN(provisional) && open > 0) {
      sum += provisional;
      variance += variance() / 4;
      open--;
    }
    sum += open * mean();
    variance += open * variance() + (double) open * open * meanVariance();
    int years = Math.max(1, finished.size() + open());
    return projection(sum / years, Math.sqrt(variance) / years);
  }

  private Projection lastYear() {
    if (open() == 0) {
      return projection(finished.values().stream().reduce(0.0, (a, b) -> b), 0);
    }
    return projection(mean(), Math.sqrt(variance() + meanVariance()));
  }

  private static Projection projection(double median, double spread) {
    double none = Double.NEGATIVE_INFINITY;
    return new Projection(false, median, spread, Additions.NONE, none, Double.POSITIVE_INFINITY);
  }

  private double chance(Projection onLogarithms) {
    if (onLogarithms.spread() == 0) {
      return shape.meets(back(onLogarithms.median())) ? 1 : 0;
    }
    return onLogarithm(shape).chance(onLogarithms);
  }

  /**
   * Chance that every open year meets the target: the years share an uncertain mean, told apart by
   * nine values.
   */
  private double everyYear() {
    if (missedYear()) {
      return 0;
    }
    int open = open();
    double sum = 0;
    for (int i = 0; i < MEANS; i++) {
      double mean = mean() + Math.sqrt(meanVariance()) * StudentT.quantile((i + 0.5) / MEANS);
      double all = 1;
      double year = onLogarithm(shape).chance(projection(mean, Math.sqrt(variance())));
      for (int k = 0; k < open; k++) {
        all *= year;
      }
      sum += all;
    }
    return sum / MEANS;
  }

  private static TargetShape onLogarithm(TargetShape shape) {
    return new TargetShape(
        shape.sign(),
        logarithm(shape.threshold()),
        shape.oneSided(),
        shape.strict(),
        logarithm(shape.low()),
        logarithm(shape.high()));
  }

  private static Quantiles percent(Quantiles q) {
    return new Quantiles(back(q.p10()), back(q.p25()), back(q.p50()), back(q.p75()), back(q.p90()));
  }

  private static Tails percent(Tails t) {
    return new Tails(back(t.p025()), back(t.p05()), back(t.p95()), back(t.p975()));
  }

  private static double logarithm(double percent) {
    return 100 * StrictMath.log1p(Math.max(percent, -99.99) / 100);
  }

  private static double back(double logarithm) {
    return 100 * StrictMath.expm1(logarithm / 100);
  }
}
