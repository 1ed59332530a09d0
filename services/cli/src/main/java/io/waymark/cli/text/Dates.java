package io.waymark.cli.text;

import io.waymark.sheets.value.Days;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Instants as people type them; days and periods are read as in spreadsheets ({@link Days}). */
public final class Dates {
  private Dates() {}

  /** An instant in ISO form, or the end of a day or period; empty if the text names none. */
  public static Optional<Instant> instant(String text, ZoneId zone) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Days.lastDay(text)
          .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
    }
  }
}
