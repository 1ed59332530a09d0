package io.waymark.alerting.domain;

/** Who acted: a person or a system of a bureau, and by which channel. */
public record Actor(String name, boolean person, String bureauId, String channel) {}
