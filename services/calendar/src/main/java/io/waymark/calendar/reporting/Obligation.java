package io.waymark.calendar.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who must report, how often, and since when.
 *
 * @param from periods that end before this day are not owed
 * @param until periods that end after this day are not owed, for example because the project is
 *     built; empty: no end
 * @param pauses stops of the clock: a period that ends within one is not owed
 * @param answers what answers for a period
 */
public record Obligation(
    String subjectId,
    Frequency frequency,
    LocalDate from,
    Optional<LocalDate> until,
    List<Pause> pauses,
    Answers answers) {

  /** Copies the pauses. */
  public Obligation {
    pauses = List.copyOf(pauses);
  }

  /** What answers for a period. */
  public enum Answers {
    /**
     * A state: any report of a day in the period's last third or later. Progress is cumulative, so
     * a later state tells of the period too, only later.
     */
    STATE,
    /** A figure of a day within the period: next month's figure says nothing of this month. */
    FIGURE
  }

  /**
   * A stop of the clock.
   *
   * @param until the first day on which it runs again; empty while it stands
   */
  public record Pause(LocalDate from, Optional<LocalDate> until) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }
  }

  boolean owes(Period period) {
    LocalDate last = period.last();
    return !last.isBefore(from)
        && until.map(end -> !last.isAfter(end)).orElse(true)
        && pauses.stream().noneMatch(pause -> pause.covers(last));
  }

  boolean answered(Period period, Filing filing) {
    return switch (answers) {
      case STATE -> !filing.speaksOf().isBefore(period.lastThird());
      case FIGURE -> period.contains(filing.speaksOf());
    };
  }
}
