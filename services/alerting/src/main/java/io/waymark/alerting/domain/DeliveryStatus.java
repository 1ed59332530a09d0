package io.waymark.alerting.domain;

/** What became of a mail. */
public enum DeliveryStatus {
  PENDING,
  SENT,
  FAILED
}
