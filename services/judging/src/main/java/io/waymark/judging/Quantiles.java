package io.waymark.judging;

/** Quantiles of a projected figure at one date, in the target's unit. They never cross. */
public record Quantiles(double p10, double p25, double p50, double p75, double p90) {}
