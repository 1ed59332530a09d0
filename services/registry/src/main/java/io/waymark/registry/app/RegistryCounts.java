package io.waymark.registry.app;

/**
 * How much there is.
 *
 * @param reports recorded ones, superseded ones included
 */
public record RegistryCounts(long projects, long bureaus, long reports) {}
