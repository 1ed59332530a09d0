package io.waymark.calendar.reporting;

import io.waymark.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Until when the report of a period is due.
 *
 * @param monthsAfter in which month after the period's last one, 1..12
 * @param day on which day of that month, 1..31; a shorter month has it on its last day
 * @param graceDays for how many days after the due day a report still counts as in time, 0..90
 */
public record DueRule(Frequency frequency, int monthsAfter, int day, int graceDays) {
  /** Most of each. */
  public static final int MOST_MONTHS = 12;

  /** The longest grace. */
  public static final int MOST_GRACE = 90;

  /** Checks the bounds. */
  public DueRule {
    if (monthsAfter < 1 || monthsAfter > MOST_MONTHS || day < 1 || day > 31) {
      throw new IllegalArgumentException("months_after 1..12 and day 1..31 expected");
    }
    if (graceDays < 0 || graceDays > MOST_GRACE) {
      throw new IllegalArgumentException("grace_days 0..90 expected");
    }
  }

  /**
   * The last day on which the report is due: never a free day, but the working day after it (顺延).
   */
  public LocalDate due(Period period, WorkingCalendar calendar) {
    YearMonth month = YearMonth.from(period.last()).plusMonths(monthsAfter);
    return calendar.onOrAfter(month.atDay(Math.min(day, month.lengthOfMonth())));
  }

  /** The last day on which it counts as in time. */
  public LocalDate closes(Period period, WorkingCalendar calendar) {
    return due(period, calendar).plusDays(graceDays);
  }
}
