package io.waymark.alerting.domain;

/** How a figure must relate to its target. */
public enum Comparator {
  UNSTATED,
  GE,
  GT,
  LE,
  LT,
  APPROX,
  EQ
}
