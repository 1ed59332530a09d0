package io.waymark.indicator.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.refusals.Expectation;
import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects every violation of a command before it is refused. */
public final class Checks {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
  private static final LocalDate FIRST = LocalDate.of(1949, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  private final List<Violation> violations = new ArrayList<>();

  /** Notes a violation. */
  public void violation(String field, String value, Expectation expected) {
    violations.add(new Violation(field, value, expected));
  }

  /** Notes a violation unless {@code ok}. */
  public void must(boolean ok, String field, String value, Expectation expected) {
    if (!ok) {
      violation(field, value, expected);
    }
  }

  /** An id: lower case letters, digits, hyphens. */
  public void id(String field, String value) {
    must(ID.matcher(value).matches(), field, value, Expected.ID.with());
  }

  /** An idempotency key. */
  public void key(String field, String value) {
    must(KEY.matcher(value).matches(), field, value, Expected.IDEMPOTENCY_KEY.with());
  }

  /** A text that is not too long and has no control characters. */
  public void text(String field, String value, int longest) {
    must(
        value.length() <= longest && value.chars().noneMatch(c -> c < ' ' && c != '\n'),
        field,
        value,
        Expected.PLAIN_TEXT.with(longest));
  }

  /** A text that must be there in at least one language. */
  public void name(String field, String zh, String en) {
    must(!zh.isBlank() || !en.isBlank(), field, zh + en, Expected.NAME.with());
    text(field + ".zh", zh, 200);
    text(field + ".en", en, 300);
  }

  /** A decimal number; null if it is none, or empty and that is allowed. */
  public @Nullable BigDecimal decimal(String field, String value, boolean mayBeEmpty) {
    if (value.isEmpty() && mayBeEmpty) {
      return null;
    }
    if (!DECIMAL.matcher(value).matches()) {
      violation(field, value, Expected.DECIMAL.with(18, 9));
      return null;
    }
    return new BigDecimal(value);
  }

  /** An ISO date within living memory; null if it is none, or empty and that is allowed. */
  public @Nullable LocalDate date(String field, String value, boolean mayBeEmpty) {
    if (value.isEmpty() && mayBeEmpty) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(value);
      if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Falls through to the violation, as any other text.
    }
    violation(field, value, Expected.DATE.with(FIRST, LAST));
    return null;
  }

  /** An ISO date that is not after {@code today}. */
  public void past(String field, String value, LocalDate today) {
    LocalDate date = date(field, value, false);
    if (date != null && date.isAfter(today)) {
      violation(field, value, Expected.DATE_NOT_AFTER_TODAY.with(today));
    }
  }

  /** Refuses the command if anything was wrong. */
  public void raise() {
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
  }
}
