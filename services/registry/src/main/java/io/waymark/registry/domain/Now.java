package io.waymark.registry.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The instant of a decision and the calendar day that it falls on where the plan lives.
 *
 * @param instant to the microsecond, because that is what the database keeps
 */
public record Now(Instant instant, LocalDate today) {
  /** Reads the clock once, so that one decision sees one time. */
  public static Now of(Clock clock, ZoneId zone) {
    Instant instant = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Now(instant, LocalDate.ofInstant(instant, zone));
  }
}
