package io.waymark.indicator.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
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
  public void violation(String field, String value, String expectation) {
    violations.add(new Violation(field, value, expectation));
  }

  /** Notes a violation unless {@code ok}. */
  public void must(boolean ok, String field, String value, String expectation) {
    if (!ok) {
      violation(field, value, expectation);
    }
  }

  /** An id: lower case letters, digits, hyphens. */
  public void id(String field, String value) {
    must(ID.matcher(value).matches(), field, value, "1..80 of a-z, 0-9 and -");
  }

  /** An idempotency key. */
  public void key(String field, String value) {
    must(KEY.matcher(value).matches(), field, value, "1..100 visible ASCII characters");
  }

  /** A text that is not too long and has no control characters. */
  public void text(String field, String value, int longest) {
    must(
        value.length() <= longest && value.chars().noneMatch(c -> c < ' ' && c != '\n'),
        field,
        value,
        "at most " + longest + " characters, no control characters");
  }

  /** A text that must be there in at least one language. */
  public void name(String field, String zh, String en) {
    must(!zh.isBlank() || !en.isBlank(), field, zh + en, "a name in Chinese or English");
    text(field + ".zh", zh, 200);
    text(field + ".en", en, 300);
  }

  /** A decimal number; null if it is none, or empty and that is allowed. */
  public @Nullable BigDecimal decimal(String field, String value, boolean mayBeEmpty) {
    if (value.isEmpty() && mayBeEmpty) {
      return null;
    }
    if (!DECIMAL.matcher(value).matches()) {
      violation(
          field,
          value,
          "a decimal number with at most 18 digits before and 9 after the point, such as 590.0");
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
    violation(field, value, "an ISO date from " + FIRST + " to " + LAST + ", such as 2027-06-30");
    return null;
  }

  /** An ISO date that is not after {@code today}. */
  public void past(String field, String value, LocalDate today) {
    LocalDate date = date(field, value, false);
    if (date != null && date.isAfter(today)) {
      violation(field, value, "an ISO date not after today, " + today);
    }
  }

  /** Refuses the command if anything was wrong. */
  public void raise() {
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
  }
}
