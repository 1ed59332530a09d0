package io.waymark.judging;

import java.util.List;

/** A rule that turns where something stands into a light: data, not code. */
public sealed interface PositionRule {

  /**
   * Progress made / progress due.
   *
   * @param leastDue the least share of the way that must be due before a ratio is formed: a ratio
   *     of two tiny numbers says nothing
   * @param early the rule before that, by percentage points behind
   */
  record Ratio(Levels levels, double leastDue, Levels early) implements PositionRule {}

  /** Percentage points of the whole way behind schedule. */
  record Points(Levels levels) implements PositionRule {}

  /** Average annual growth observed / average annual growth required. */
  record Growth(Levels levels) implements PositionRule {}

  /**
   * The gap that a time-weighted regression leaves at the due date, as a share of the progress
   * required.
   */
  record Trend(Levels levels) implements PositionRule {}

  /**
   * Each period counts for itself: short of its schedule is missed, and a missed period that was
   * caught up since is never kept.
   *
   * @param tolerance percentage points by which a period may fall short without being missed
   */
  record MissedPeriod(double tolerance, Level kept, Level caughtUp, Level missed)
      implements PositionRule {}

  /**
   * Works that should have begun and, by a report, have not. Says nothing about anything else.
   *
   * @param longAfter months after the planned start from which it is long late
   */
  record LateStart(int longAfter, Level late, Level longLate) implements PositionRule {}

  /** Several rules together. */
  record Combined(Combine how, List<PositionRule> parts) implements PositionRule {
    /** Copies the parts. */
    public Combined {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("parts: none (expected: at least one rule)");
      }
    }
  }

  /** How several lights become one. */
  enum Combine {
    /** The worst counts. */
    WORST,
    /** The middle of them, rounded towards on track: one rule alone cannot raise a full alarm. */
    MIDDLE
  }
}
