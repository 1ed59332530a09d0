package io.waymark.registry.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.waymark.calendar.reporting.ReportingCalendar.Span;
import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads what questions about reporting have in common. */
final class Asked {
  private static final int USUAL = 1000;
  private static final int LARGEST = 5000;
  private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");

  private Asked() {}

  /**
   * A part of a list.
   *
   * @param next token of the next page; empty on the last one
   */
  record Page<T>(List<T> items, String next) {}

  static Instant knownAt(boolean stated, Timestamp instant) {
    if (!stated) {
      return EVER;
    }
    if (!Timestamps.isValid(instant)) {
      throw Failure.invalid("known_at", instant.getSeconds() + " s", Expected.INSTANT.with());
    }
    return Instant.ofEpochSecond(instant.getSeconds(), instant.getNanos());
  }

  static Span span(String from, String until) {
    return new Span(day("from", from, Span.EVER.from()), day("until", until, Span.EVER.until()));
  }

  private static LocalDate day(String field, String value, LocalDate absent) {
    if (value.isEmpty()) {
      return absent;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw Failure.invalid(field, value, Expected.DATE_OR_NOTHING.with());
    }
  }

  static <T> Page<T> page(List<T> all, int size, String token) {
    if (size < 0 || size > LARGEST) {
      throw Failure.invalid("page_size", Integer.toString(size), Expected.BETWEEN.with(0, LARGEST));
    }
    int from = offset(token, all.size());
    int to = Math.min(all.size(), from + (size == 0 ? USUAL : size));
    return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : "");
  }

  private static int offset(String token, int size) {
    try {
      int offset = token.isEmpty() ? 0 : Integer.parseInt(token);
      if (offset >= 0) {
        return Math.min(offset, size);
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal, as any other text.
    }
    throw Failure.invalid("page_token", token, Expected.PAGE_TOKEN.with());
  }
}
