package io.waymark.calendar.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One report that is owed.
 *
 * @param due the last day on which it is due
 * @param closes the last day on which it counts as in time, grace included
 * @param filedOn the day on which the first report came that answers for the period
 */
public record Duty(
    String subjectId,
    Period period,
    LocalDate due,
    LocalDate closes,
    Standing standing,
    Optional<LocalDate> filedOn) {

  /** How a report that is owed stands. */
  public enum Standing {
    /** The period still runs; nothing is asked for yet. */
    UPCOMING,
    /** The period has ended, and there is still time. */
    DUE,
    /** It came before due day and grace were over. */
    IN_TIME,
    /** It came afterwards. */
    LATE,
    /** Due day and grace are over, and nothing came. */
    MISSING
  }

  /** Days after the due day until it came, or until today if it has not; 0 if in time or due. */
  public int daysLate(LocalDate today) {
    return switch (standing) {
      case LATE, MISSING -> (int) ChronoUnit.DAYS.between(due, filedOn.orElse(today));
      case UPCOMING, DUE, IN_TIME -> 0;
    };
  }
}
