package io.waymark.alerting.domain;

/** Quantiles of a projected figure, in the target's unit. */
public record Quantiles(double p10, double p25, double p50, double p75, double p90) {}
