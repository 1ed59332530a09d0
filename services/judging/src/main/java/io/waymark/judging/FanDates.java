package io.waymark.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The dates at which a fan is drawn. */
final class FanDates {
  private static final int QUARTERS_UP_TO_YEARS = 2;
  private static final int HALVES_UP_TO_YEARS = 3;

  private FanDates() {}

  /** The first date itself, then period ends before the last date, which is left to the caller. */
  static List<LocalDate> between(LocalDate from, LocalDate to) {
    List<LocalDate> dates = new ArrayList<>();
    if (!from.isBefore(to)) {
      return dates;
    }
    dates.add(from);
    int months = months(from, to);
    LocalDate end = Frequency.QUARTERLY.next(from);
    while (end.isBefore(to)) {
      if (end.getMonthValue() % months == 0) {
        dates.add(end);
      }
      end = Frequency.QUARTERLY.next(end);
    }
    return dates;
  }

  /** How far apart the dates are: the nearer the due date, the closer one looks. */
  private static int months(LocalDate from, LocalDate to) {
    if (!from.plusYears(QUARTERS_UP_TO_YEARS).isBefore(to)) {
      return 3;
    }
    return from.plusYears(HALVES_UP_TO_YEARS).isBefore(to) ? 12 : 6;
  }
}
