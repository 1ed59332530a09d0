package io.waymark.alerting.domain;

/** Where an alert stands in its life. */
public enum AlertStatus {
  OPEN,
  ACKNOWLEDGED,
  RESOLVED
}
