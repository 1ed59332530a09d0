package io.waymark.judging;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often a figure or a report is due; periods are those of the calendar. */
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

  /**
   * The frequency by its name in the contracts.
   *
   * @throws IllegalArgumentException for another word than monthly, quarterly, yearly or the empty
   *     text, which means yearly
   */
  public static Frequency of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "monthly" -> MONTHLY;
      case "quarterly" -> QUARTERLY;
      case "yearly", "" -> YEARLY;
      default ->
          throw new IllegalArgumentException(
              "reporting_frequency: " + name + " (expected: monthly, quarterly or yearly)");
    };
  }

  /** Last day of the period that holds the date. */
  LocalDate periodEnd(LocalDate date) {
    int last = (date.getMonthValue() - 1) / months * months + months;
    return LocalDate.of(date.getYear(), last, 1).with(TemporalAdjusters.lastDayOfMonth());
  }

  /** Last day of the period after the one that ends on the date. */
  LocalDate next(LocalDate periodEnd) {
    return periodEnd(periodEnd.plusDays(1));
  }
}
