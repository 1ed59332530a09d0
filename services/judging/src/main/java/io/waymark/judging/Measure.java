package io.waymark.judging;

/** What kind of quantity an indicator is. */
public enum Measure {
  /** Level at the end of the period. */
  LEVEL,
  /** Share in percent of a whole. */
  SHARE,
  /** Coverage in percent. */
  COVERAGE,
  /** A rate that is no share of 100. */
  RATE,
  /** Sum since the plan began. */
  CUMULATIVE,
  /** Average annual growth over the span, percent. */
  AVERAGE_GROWTH,
  /** Growth of each year, percent. */
  ANNUAL_GROWTH;

  boolean bounded() {
    return this == SHARE || this == COVERAGE;
  }

  /** Whether positive figures move in proportion to their size. */
  boolean logarithmic() {
    return this == LEVEL || this == RATE;
  }

  boolean growth() {
    return this == AVERAGE_GROWTH || this == ANNUAL_GROWTH;
  }
}
