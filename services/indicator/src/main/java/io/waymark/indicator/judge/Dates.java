package io.waymark.indicator.judge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as they travel: ISO text, empty where there is none. */
final class Dates {
  private Dates() {}

  static @Nullable LocalDate of(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }
}
