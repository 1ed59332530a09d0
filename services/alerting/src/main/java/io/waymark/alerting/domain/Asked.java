package io.waymark.alerting.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked with a notice.
 *
 * @param what what would stop the ladder
 * @param by the working day on which it is due
 * @param workingDays how many working days that is from the notice
 * @param basis by which holiday notice or rule the days were counted, in words
 * @param next what happens otherwise; null on the ladder's last rung
 */
public record Asked(What what, LocalDate by, int workingDays, Text basis, @Nullable Next next) {
  /** What would stop the ladder. */
  public enum What {
    /** Somebody takes the alert. */
    ACKNOWLEDGEMENT,
    /** A catch-up plan with a date. */
    PLAN,
    /** The subject is back on track. */
    RECOVERY,
    /** A figure or report. */
    REPORT
  }

  /**
   * The next rung.
   *
   * @param kind REMINDER, SUPERVISION or SUMMONS
   * @param recipient whom it goes to: the bureau's name
   */
  public record Next(NoticeKind kind, LocalDate on, Text recipient) {}
}
