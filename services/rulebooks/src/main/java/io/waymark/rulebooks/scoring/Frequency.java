package io.waymark.rulebooks.scoring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** How often a figure is due. */
public enum Frequency {
  /** Every month. */
  MONTHLY(1),
  /** Every quarter. */
  QUARTERLY(3),
  /** Every year. */
  YEARLY(12);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  /** The last days of the periods that end within two days, both included. */
  public List<LocalDate> periodEnds(LocalDate from, LocalDate until) {
    List<LocalDate> ends = new ArrayList<>();
    for (LocalDate end = end(from); !end.isAfter(until); end = end(end.plusDays(1))) {
      ends.add(end);
    }
    return ends;
  }

  /** The first day of the period that a day lies in. */
  public LocalDate start(LocalDate day) {
    return YearMonth.from(end(day)).minusMonths(months - 1L).atDay(1);
  }

  /** The last day of the period that a day lies in. */
  public LocalDate end(LocalDate day) {
    int ahead = months - 1 - (day.getMonthValue() - 1) % months;
    return YearMonth.from(day).plusMonths(ahead).atEndOfMonth();
  }
}
