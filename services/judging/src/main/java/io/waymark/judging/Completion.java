package io.waymark.judging;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an unfinished project's remaining time, in days from the as-of date.
 *
 * @param stop days of an open stop in which the clock stands
 * @param before days until works begin, which do not slip
 * @param left working days to the declared finish; null where nobody states a finish
 * @param base what slips: {@code left} and a fifth of the planned duration
 * @param slip by which share of the base the declared finish is expected to move on
 * @param declared {@code before + left + slip x base}
 * @param pace the pace earned so far, carried on; null without a percent
 * @param median of the remaining time, without the stop
 * @param sigma spread of its logarithm
 */
record Completion(
    double stop,
    double before,
    @Nullable Double left,
    double base,
    double slip,
    double declared,
    @Nullable Pace pace,
    double median,
    double sigma) {
  /**
   * The pace earned so far.
   *
   * @param earned earned schedule: the working days after which the schedule had the percent
   * @param spent working days from the start to the report, as far as they count
   * @param since working days from the report to the as-of date
   * @param days from the as-of date to the finish
   */
  record Pace(double earned, double spent, double since, double days) {}

  /** Of a finished project. */
  static final Completion DONE = new Completion(0, 0, null, 0, 0, 0, null, 0, 0);

  /** Where nobody states a date. */
  static Completion undated(double stop, double median, double sigma) {
    return new Completion(stop, 0, null, 0, 0, median, null, median, sigma);
  }
}
