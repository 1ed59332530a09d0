package io.waymark.alerting.mail;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts working days; weekends only, which the mail says. */
final class WorkingDays {
  private WorkingDays() {}

  /** The day on which this many working days after a date are over. */
  static LocalDate after(LocalDate date, int workingDays) {
    LocalDate day = date;
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }
}
