package io.waymark.alerting.domain;

/** A status by its meaning. */
public enum Light {
  AHEAD,
  ON_TRACK,
  AT_RISK,
  OFF_TRACK,
  UNKNOWN,
  SUSPENDED
}
