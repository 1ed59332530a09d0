package io.waymark.alerting.domain;

import java.time.Instant;
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
    String comment) {}
