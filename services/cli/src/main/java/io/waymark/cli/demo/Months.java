package io.waymark.cli.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The month ends of the demo. */
final class Months {
  private Months() {}

  /** All of them, oldest first. */
  static List<LocalDate> all() {
    return Stream.iterate(
            Scenario.FIRST_MONTH_END, end -> !end.isAfter(Scenario.LAST_MONTH_END), Months::next)
        .toList();
  }

  static LocalDate next(LocalDate monthEnd) {
    return YearMonth.from(monthEnd).plusMonths(1).atEndOfMonth();
  }

  static LocalDate endOf(LocalDate day) {
    return YearMonth.from(day).atEndOfMonth();
  }

  /** True if a period of this frequency ends with that month. */
  static boolean closes(String frequency, LocalDate monthEnd) {
    int month = monthEnd.getMonthValue();
    return switch (frequency) {
      case "monthly" -> true;
      case "yearly" -> month == 12;
      default -> month % 3 == 0;
    };
  }
}
