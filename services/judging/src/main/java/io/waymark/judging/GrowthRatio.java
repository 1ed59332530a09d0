package io.waymark.judging;

import io.waymark.judging.Standing.Course;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Open SDG's measure: compound annual growth observed / required. Its formula has no answer for a
 * base of zero or a change of sign, and a wrong one where the base is better than the target; the
 * latter is a target to be held and never comes here, the former are measured by the average annual
 * change instead.
 */
final class GrowthRatio {
  private static final double DAYS = 365.25;

  private GrowthRatio() {}

  static double of(Course course, Trace trace) {
    double soFar = years(course.from(), course.at());
    double inAll = years(course.from(), course.due());
    if (soFar <= 0 || inAll <= 0) {
      return 1; // Nothing is due yet.
    }
    boolean compound = course.base() > 0 && course.now() > 0 && course.target() > 0;
    double observed =
        compound
            ? compound(course.now() / course.base(), soFar)
            : (course.now() - course.base()) / soFar;
    double required =
        compound
            ? compound(course.target() / course.base(), inAll)
            : (course.target() - course.base()) / inAll;
    double ratio = observed / required;
    trace.add(
        "position",
        compound ? Words.GROWTH : Words.CHANGE,
        compound ? percents(observed, required) : numbers(observed, required),
        Text.same(Numbers.percent(ratio, 1) + " %"));
    return ratio;
  }

  private static double years(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) / DAYS;
  }

  private static double compound(double ratio, double years) {
    return StrictMath.expm1(StrictMath.log(ratio) / years);
  }

  private static String percents(double observed, double required) {
    return Numbers.percent(observed, 3) + " % / " + Numbers.percent(required, 3) + " %";
  }

  private static String numbers(double observed, double required) {
    return Numbers.fixed(observed, 3) + " / " + Numbers.fixed(required, 3);
  }
}
