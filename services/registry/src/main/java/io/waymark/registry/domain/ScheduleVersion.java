package io.waymark.registry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A schedule with what it rests on.
 *
 * @param document number of the approving document; empty for the plan's own, and then approver,
 *     reason and effective are too
 * @param effective first day on which it holds; empty: from the beginning
 */
public record ScheduleVersion(
    String id,
    Kind kind,
    Schedule schedule,
    String document,
    String approver,
    String reason,
    Optional<LocalDate> effective,
    Actor actor,
    Instant recordedAt) {

  /** How a version came to be. */
  public enum Kind {
    PLAN,
    CORRECTION,
    REVISION
  }

  boolean isEffectiveOn(LocalDate day) {
    return effective.isEmpty() || !effective.get().isAfter(day);
  }
}
