package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the log of what was told is kept. It is evidence: a plan's years and those of its final
 * evaluation have to fit in.
 *
 * @param days 0 for ever
 */
public record Retention(int days) {
  /** Seven years: the five of a plan, and two in which it is evaluated and audited. */
  public static final int USUAL_DAYS = 2557;

  /** Less would take away what the year's report rests on. */
  private static final int FEWEST_DAYS = 366;

  /** Refuses what is too short to be meant. */
  public Retention {
    if (days != 0 && days < FEWEST_DAYS) {
      throw new IllegalArgumentException(
          "WAYMARK_NOTIFICATIONS_KEEP_DAYS: "
              + days
              + " (expected: 0 for ever, or at least "
              + FEWEST_DAYS
              + ")");
    }
  }

  /** The moment before which lines may go; empty if all are kept. */
  public Optional<Instant> before(Instant now) {
    return days == 0 ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days)));
  }
}
