package io.waymark.alerting.domain;

/** Which way is better. */
public enum Direction {
  UNSTATED,
  UP,
  DOWN
}
