package io.waymark.registry.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a project is to be built.
 *
 * @param points S-curve or milestones, dates rising; empty for a straight line
 */
public record Schedule(
    Optional<LocalDate> start, Optional<LocalDate> finish, List<SchedulePoint> points) {
  public Schedule {
    points = List.copyOf(points);
  }
}
