package io.waymark.calendar.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** How often something is reported. */
public enum Frequency {
  MONTHLY(1),
  QUARTERLY(3),
  YEARLY(12);

  private final int months;

  Frequency(int months) {
    this.months = months;
  }

  /**
   * Reads a word of the contracts: "monthly", "quarterly", "yearly", or empty for the usual one.
   */
  public static Frequency of(String word, Frequency usual) {
    return word.isEmpty() ? usual : valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The word of the contracts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The period that a day lies in; periods begin with the calendar year. */
  public Period containing(LocalDate day) {
    int first = (day.getMonthValue() - 1) / months * months + 1;
    YearMonth begin = YearMonth.of(day.getYear(), first);
    return new Period(this, begin.atDay(1), begin.plusMonths(months - 1L).atEndOfMonth());
  }
}
