package io.waymark.registry.domain;

import java.time.Instant;

/**
 * An event of a bureau as it is recorded and published.
 *
 * @param state the state after it; its version is the event's
 */
public record BureauChange(BureauEvent event, BureauState state, Actor actor, Instant recordedAt) {}
