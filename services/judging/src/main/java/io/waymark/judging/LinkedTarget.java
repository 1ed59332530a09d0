package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import io.waymark.judging.Pace.Prior;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A target that follows another indicator (与经济增长同步): judged by the lead over that one. For growth
 * figures the lead is the difference in points, for levels the difference in percent since the
 * first common figure.
 */
final class LinkedTarget {
  /** A lag of this many points is off track, a smaller one at risk. */
  private static final double OFF_TRACK_POINTS = 2;

  private static final Prior PRIOR = new Prior(0, 0.5, 1.0, 3);

  private final TargetQuestion question;
  private final History history;
  private final Trace trace;
  private final int sign;
  private final List<Pair> pairs = new ArrayList<>();

  /** Figures of one period. */
  private record Pair(Figure own, Figure other) {}

  LinkedTarget(TargetQuestion question, History history, List<Figure> others, Trace trace) {
    this.question = question;
    this.history = history;
    this.trace = trace;
    this.sign = question.direction() == Direction.UP ? 1 : -1;
    for (Figure own : history.figures()) {
      others.stream()
          .filter(other -> sameTime(own.periodEnd(), other.periodEnd()))
          .reduce((first, second) -> second)
          .ifPresent(other -> pairs.add(new Pair(own, other)));
    }
  }

  /** Figures are compared within one quarter. */
  private static boolean sameTime(LocalDate own, LocalDate other) {
    return Frequency.QUARTERLY.periodEnd(own).equals(Frequency.QUARTERLY.periodEnd(other));
  }

  Position position() {
    if (history.figures().isEmpty()) {
      return Position.unknown(UnknownReason.NO_DATA_YET);
    }
    if (pairs.isEmpty() || (!growth() && pairs.size() < 2)) {
      return Position.unknown(UnknownReason.LINKED_WITHOUT_DATA);
    }
    Pair last = pairs.getLast();
    double due = followed(last);
    double now = last.own().value().doubleValue();
    double behind = -sign * lead(last);
    Light light =
        behind <= tolerance(last)
            ? Light.ON_TRACK
            : behind < OFF_TRACK_POINTS ? Light.AT_RISK : Light.OFF_TRACK;
    int digits = PathPosition.digits(question, history);
    trace.add(
        "position",
        Words.FOLLOWED,
        Numbers.fixed(now, digits)
            + " − "
            + Numbers.fixed(due, digits)
            + " = "
            + Numbers.fixed(now - due, digits),
        light);
    return Position.of(light, now, last.own().periodEnd(), due, null, behind);
  }

  Prospect prospect() {
    if (pairs.isEmpty() || (!growth() && pairs.size() < 2)) {
      return Prospect.NONE;
    }
    List<Point> leads = new ArrayList<>();
    pairs.forEach(pair -> leads.add(new Point(pair.own().periodEnd(), lead(pair))));
    Pace walk = Pace.fit(leads, false, PRIOR);
    double none = Double.NEGATIVE_INFINITY;
    Projection due =
        new Projection(
            false,
            walk.median(question.due()),
            walk.spread(question.due()),
            Additions.NONE,
            none,
            Double.POSITIVE_INFINITY);
    Pair last = pairs.getLast();
    double edge = -sign * tolerance(last);
    double below = due.below(edge);
    double chance = Math.clamp(sign > 0 ? 1 - below : below, 0, 1);
    trace.add(
        "projection",
        Words.CHANCE,
        "P = " + Numbers.percent(chance, 1) + " %",
        Text.same(Numbers.percent(chance, 1) + " %"));
    Quantiles inUnit = inUnit(due.quantiles(), last);
    double expected = inUnit(due.expected(), last);
    double gap = expected - followed(last);
    TargetOutlook outlook =
        new TargetOutlook(
            chance,
            inUnit,
            inUnit(due.whole().tails(), last),
            List.of(new FanPoint(question.due(), inUnit)));
    Cause trend = new Cause(null, gap, 0, null, 0, false, false);
    return new Prospect(outlook, expected, gap, List.of(trend));
  }

  private boolean growth() {
    return question.measure().growth() || pairs.stream().anyMatch(pair -> !positive(pair));
  }

  private static boolean positive(Pair pair) {
    return pair.own().value().signum() > 0 && pair.other().value().signum() > 0;
  }

  /** Points by which the indicator leads the one that it follows. */
  private double lead(Pair pair) {
    double own = pair.own().value().doubleValue();
    double due = followed(pair);
    return growth() ? own - due : 100 * (own / due - 1);
  }

  /** Where the followed indicator puts this one. */
  private double followed(Pair pair) {
    double other = pair.other().value().doubleValue();
    if (growth()) {
      return other;
    }
    Pair first = pairs.getFirst();
    return first.own().value().doubleValue() * other / first.other().value().doubleValue();
  }

  /** In step means within the rulebook's tolerance of the other's figure. */
  private double tolerance(Pair pair) {
    double share = question.rulebook().approxTolerance();
    return growth() ? share * Math.abs(pair.other().value().doubleValue()) : 100 * share;
  }

  private Quantiles inUnit(Quantiles q, Pair last) {
    return new Quantiles(
        inUnit(q.p10(), last),
        inUnit(q.p25(), last),
        inUnit(q.p50(), last),
        inUnit(q.p75(), last),
        inUnit(q.p90(), last));
  }

  private Tails inUnit(Tails t, Pair last) {
    return new Tails(
        inUnit(t.p025(), last),
        inUnit(t.p05(), last),
        inUnit(t.p95(), last),
        inUnit(t.p975(), last));
  }

  /** As if the followed indicator stood still. */
  private double inUnit(double lead, Pair last) {
    return growth() ? followed(last) + lead : followed(last) * (1 + lead / 100);
  }
}
