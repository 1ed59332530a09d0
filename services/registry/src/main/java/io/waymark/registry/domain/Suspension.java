package io.waymark.registry.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An approved stop of the clock.
 *
 * @param from first day of the stop
 * @param until first day on which the clock runs again; empty while suspended
 * @param approval number of the approving document
 * @param plannedUntil the day on which works are meant to go on; starts no clock
 * @param resumptionApproval number of the document that ended it; empty while suspended, and where
 *     its own approval stated its end
 */
public record Suspension(
    LocalDate from,
    Optional<LocalDate> until,
    String reason,
    String approval,
    Optional<LocalDate> plannedUntil,
    String resumptionApproval) {

  Suspension ended(LocalDate day, String document) {
    return new Suspension(from, Optional.of(day), reason, approval, plannedUntil, document);
  }

  boolean overlaps(LocalDate otherFrom, Optional<LocalDate> otherUntil) {
    boolean beginsBeforeItEnds = until.isEmpty() || otherFrom.isBefore(until.get());
    boolean endsAfterItBegins = otherUntil.isEmpty() || otherUntil.get().isAfter(from);
    return beginsBeforeItEnds && endsAfterItBegins;
  }

  /** For a reader, for example "2027-05-01..2027-06-01". */
  String span() {
    return from + ".." + until.map(LocalDate::toString).orElse("");
  }
}
