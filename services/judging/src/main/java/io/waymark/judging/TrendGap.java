package io.waymark.judging;

import io.waymark.judging.Standing.Course;
import io.waymark.judging.Standing.Seen;
import java.time.temporal.ChronoUnit;

/**
 * ESCAP's measure: a regression that gives recent figures more weight foretells the figure at the
 * due date; the gap left is set against the progress required. Our reading: a figure weighs 1 / (1
 * + years before the last one).
 */
final class TrendGap {
  private static final double DAYS = 365.25;

  private TrendGap() {}

  static double of(Course course, Trace trace) {
    double weights = 0;
    double times = 0;
    double values = 0;
    for (Seen seen : course.seen()) {
      double weight = weight(course, seen);
      weights += weight;
      times += weight * time(course, seen);
      values += weight * seen.value();
    }
    double time = times / weights;
    double value = values / weights;
    double square = 0;
    double product = 0;
    for (Seen seen : course.seen()) {
      double weight = weight(course, seen);
      square += weight * (time(course, seen) - time) * (time(course, seen) - time);
      product += weight * (time(course, seen) - time) * (seen.value() - value);
    }
    double slope = square == 0 ? 0 : product / square;
    double ahead = ChronoUnit.DAYS.between(course.at(), course.due()) / DAYS;
    double foretold = value + slope * (ahead - time);
    double gap = (course.target() - foretold) / (course.target() - course.base());
    trace.add(
        "position",
        Words.TREND_GAP,
        "("
            + Numbers.fixed(course.target(), 2)
            + " − "
            + Numbers.fixed(foretold, 2)
            + ") / "
            + Numbers.fixed(course.target() - course.base(), 2),
        Text.same(Numbers.percent(gap, 1) + " %"));
    return gap;
  }

  /** Years after the last figure; never positive. */
  private static double time(Course course, Seen seen) {
    return ChronoUnit.DAYS.between(course.at(), seen.date()) / DAYS;
  }

  private static double weight(Course course, Seen seen) {
    return 1 / (1 - time(course, seen));
  }
}
