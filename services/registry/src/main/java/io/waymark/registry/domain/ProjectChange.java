package io.waymark.registry.domain;

import java.time.Instant;

/**
 * An event of a project as it is recorded and published.
 *
 * @param state the state after it; its version is the event's
 * @param leadBureauName for readers that keep no bureaus
 * @param traceparent W3C trace context of the request that caused it; empty if it has none
 */
public record ProjectChange(
    ProjectEvent event,
    ProjectState state,
    LocalizedText leadBureauName,
    Actor actor,
    Instant recordedAt,
    String traceparent) {}
