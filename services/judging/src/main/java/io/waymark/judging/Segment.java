package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The straight piece of a target's schedule that holds a day, by actual days: from the base through
 * the waypoints to the target. A waypoint behind the base or beyond the target asks for no more
 * than those: an annual target that is lower than what has been reached is met already, no way
 * back.
 */
record Segment(LocalDate from, double start, LocalDate to, double end) {
  static Segment holding(
      LocalDate day, TargetQuestion question, LocalDate from, BigDecimal base, double target) {
    double origin = base.doubleValue();
    LocalDate startDay = from;
    double start = origin;
    for (Waypoint point : between(question, from)) {
      double low = Math.min(origin, target);
      double value = Math.clamp(point.value().doubleValue(), low, Math.max(origin, target));
      if (!day.isAfter(point.date())) {
        return new Segment(startDay, start, point.date(), value);
      }
      startDay = point.date();
      start = value;
    }
    return new Segment(startDay, start, question.due(), target);
  }

  private static List<Waypoint> between(TargetQuestion question, LocalDate from) {
    return question.waypoints().stream()
        .filter(point -> point.date().isAfter(from) && point.date().isBefore(question.due()))
        .sorted(Comparator.comparing(Waypoint::date))
        .toList();
  }

  long span() {
    return Math.max(0, ChronoUnit.DAYS.between(from, to));
  }

  long elapsed(LocalDate day) {
    return Math.clamp(ChronoUnit.DAYS.between(from, day), 0, span());
  }

  /** Where the schedule stands on the day. */
  double at(LocalDate day) {
    return span() == 0 ? end : start + (end - start) * elapsed(day) / span();
  }
}
