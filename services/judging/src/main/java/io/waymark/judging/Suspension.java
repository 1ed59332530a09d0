package io.waymark.judging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An approved stop of a project's clock.
 *
 * @param from the first day of the stop
 * @param until the first day on which the clock runs again; null while suspended
 */
public record Suspension(LocalDate from, @Nullable LocalDate until) {

  boolean stopsAt(LocalDate date) {
    return !from.isAfter(date) && (until == null || until.isAfter(date));
  }

  /** Days of this stop within (after, upTo]. */
  long daysWithin(LocalDate after, LocalDate upTo) {
    LocalDate first = from.isAfter(after) ? from : after;
    LocalDate last = until == null || until.isAfter(upTo) ? upTo : until;
    return Math.max(0, ChronoUnit.DAYS.between(first, last));
  }
}
