package io.waymark.alerting.domain;

/** Progress, outlook and freshness of a subject, and the rule over the three. */
public record Lights(Light position, Light outlook, Light freshness, Light overall) {}
