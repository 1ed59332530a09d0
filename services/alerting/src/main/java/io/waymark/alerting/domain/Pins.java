package io.waymark.alerting.domain;

/** What a verdict stands on. */
public record Pins(String rulebook, int rulebookVersion, String engineVersion, int targetVersion) {}
