package io.waymark.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The dates at which a fan is drawn. */
final class FanDates {
  private static final int QUARTERS_UP_TO_YEARS = 2;

  private FanDates() {}

  /** The first date itself, then period ends before the last date, which is left to the caller. */
  static List<LocalDate> between(LocalDate from, LocalDate to) {
    List<LocalDate> dates = new ArrayList<>();
    if (!from.isBefore(to)) {
      return dates;
    }
    dates.add(from);
    boolean quarters = !from.plusYears(QUARTERS_UP_TO_YEARS).isBefore(to);
    LocalDate end = Frequency.QUARTERLY.next(from);
    while (end.isBefore(to)) {
      if (quarters || end.getMonthValue() % 6 == 0) {
        dates.add(end);
      }
      end = Frequency.QUARTERLY.next(end);
    }
    return dates;
  }
}
