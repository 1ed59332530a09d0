package io.waymark.alerting.domain;

/** A transition together with the alert as it stands after it. */
public record Move(Alert alert, Transition transition) {}
