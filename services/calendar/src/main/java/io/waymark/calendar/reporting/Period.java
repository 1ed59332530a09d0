package io.waymark.calendar.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A month, a quarter or a year that is to be reported. */
public record Period(Frequency frequency, LocalDate first, LocalDate last) {
  /** The period after this one. */
  public Period next() {
    return frequency.containing(last.plusDays(1));
  }

  /** The period before this one. */
  public Period previous() {
    return frequency.containing(first.minusDays(1));
  }

  /** Whether a day lies in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /**
   * The first day of its last third. A state of that day or later tells how the period ended; an
   * earlier one does not.
   */
  public LocalDate lastThird() {
    return first.plusDays((ChronoUnit.DAYS.between(first, last) + 1) * 2 / 3);
  }
}
