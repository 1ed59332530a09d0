package io.waymark.calendar;

import java.time.LocalDate;

/**
 * What a date is.
 *
 * @param name the holiday's name; empty unless it is one
 * @param published whether a notice says so; otherwise the statutory rule does
 */
public record Day(LocalDate date, Kind kind, Words name, boolean published) {
  /** Why a day is worked or not. */
  public enum Kind {
    /** An ordinary day of work. */
    WORKING,
    /** A Saturday or Sunday that is worked in exchange for a day off. */
    WORKED_WEEKEND,
    /** A Saturday or Sunday. */
    WEEKEND,
    /** A holiday, or a day off joined to one. */
    HOLIDAY
  }

  /** Whether it is worked. */
  public boolean working() {
    return kind == Kind.WORKING || kind == Kind.WORKED_WEEKEND;
  }
}
