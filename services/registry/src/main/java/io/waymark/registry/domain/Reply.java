package io.waymark.registry.domain;

import java.time.Instant;

/**
 * What the caller of a keyed command is told, now and whenever it asks again with the same key.
 *
 * @param reportId empty unless progress was reported
 * @param version the project's version after the command
 */
public record Reply(String reportId, long version, Instant recordedAt) {}
