package io.waymark.alerting.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * How a subject came to where it stands and where it is going; what a chart and the arithmetic of a
 * mail are made of. Values are in the target's unit, a project's in percent complete.
 *
 * @param history what was observed or reported, oldest first
 * @param schedule the schedule's corners, from its first to its last day
 * @param fan a target's projection, oldest first
 * @param steps the arithmetic, in reading order
 */
public record Course(
    List<Point> history, List<Point> schedule, List<Band> fan, List<Reckoning> steps) {
  /** Nothing to draw. */
  public static final Course NONE = new Course(List.of(), List.of(), List.of(), List.of());

  public Course {
    history = List.copyOf(history);
    schedule = List.copyOf(schedule);
    fan = List.copyOf(fan);
    steps = List.copyOf(steps);
  }

  /** A value on a day. */
  public record Point(LocalDate date, double value) {}

  /** What is expected on a day. */
  public record Band(LocalDate date, Quantiles quantiles) {}

  /**
   * A step of the arithmetic.
   *
   * @param arithmetic the calculation with its numbers; empty if there is nothing to calculate
   */
  public record Reckoning(Text label, String arithmetic, Text result) {}
}
