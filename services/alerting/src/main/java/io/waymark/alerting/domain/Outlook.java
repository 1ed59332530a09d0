package io.waymark.alerting.domain;

/**
 * What a target is expected to reach at its due date.
 *
 * @param pMeet probability 0..1 that it is met
 */
public record Outlook(double pMeet, Quantiles atDue) {}
