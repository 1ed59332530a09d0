package io.waymark.alerting.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step in an alert's life, kept for ever.
 *
 * @param version the alert's version after it
 * @param status the alert's status after it
 * @param severity the alert's severity after it
 * @param actor who did it; null if a judgement caused it
 * @param causeEventId the event that caused it; empty if a person did
 * @param judgementId the judgement that caused it; empty if a person did
 * @param comment a person's words; empty if none
 * @param planBy until when a catch-up plan runs; null for what is none
 * @param assignee to whom it was given; empty for nobody, and for what gives it to nobody
 */
public record Transition(
    String alertId,
    long version,
    Action action,
    AlertStatus status,
    Severity severity,
    Instant at,
    @Nullable Actor actor,
    String causeEventId,
    String judgementId,
    String comment,
    @Nullable LocalDate planBy,
    String assignee) {
  /** With what an event names besides a person's words. */
  Transition naming(AlertEvent event) {
    return new Transition(
        alertId,
        version,
        action,
        status,
        severity,
        at,
        actor,
        causeEventId,
        judgementId,
        comment,
        event instanceof AlertEvent.Planned planned ? planned.by() : null,
        event instanceof AlertEvent.Assigned assigned ? assigned.assignee() : "");
  }
}
