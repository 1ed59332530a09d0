package io.waymark.registry.domain;

import io.waymark.refusals.Expectation;
import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads single fields of a draft; what cannot be read is named and replaced by something harmless.
 */
final class Fields {
  static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,8})?");

  private final Faults faults;

  Fields(Faults faults) {
    this.faults = faults;
  }

  String id(String field, String value) {
    if (!ID.matcher(value).matches()) {
      faults.add(field, value, Expected.ID.with());
    }
    return value;
  }

  static boolean isIdempotencyKey(String value) {
    return KEY.matcher(value).matches();
  }

  void idempotencyKey(String value) {
    if (!isIdempotencyKey(value)) {
      faults.add("idempotency_key", value, Expected.IDEMPOTENCY_KEY.with());
    }
  }

  /** A text that may be empty; line breaks and tabs are the only control characters. */
  String text(String field, String value, int longest) {
    int length = value.codePointCount(0, value.length());
    if (length > longest) {
      faults.add(field, value, Expected.AT_MOST_NOT.with(longest, length));
    }
    if (value.chars().anyMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)) {
      faults.add(field, value, Expected.NO_CONTROL_CHARACTERS.with());
    }
    return value;
  }

  String requiredText(String field, String value, int longest) {
    if (value.isBlank()) {
      faults.add(field, value, Expected.CHARACTERS.with(longest));
    }
    return text(field, value, longest);
  }

  LocalizedText name(String field, LocalizedText value) {
    if (value.isBlank()) {
      faults.add(field, "", Expected.NAME.with());
    }
    text(field + ".zh", value.zh(), 200);
    text(field + ".en", value.en(), 200);
    return value;
  }

  Optional<LocalDate> optionalDate(String field, String value) {
    return value.isEmpty() ? Optional.empty() : requiredDate(field, value);
  }

  Optional<LocalDate> requiredDate(String field, String value) {
    return date(field, value, LAST_DAY, Expected.DATE.with(FIRST_DAY, LAST_DAY));
  }

  /** A day that figures can speak of: not in the future. */
  Optional<LocalDate> pastDate(String field, String value, LocalDate today) {
    return date(field, value, today, Expected.DATE_UNTIL_TODAY.with(FIRST_DAY, today));
  }

  private Optional<LocalDate> date(
      String field, String value, LocalDate last, Expectation expected) {
    Optional<LocalDate> parsed =
        parse(value).filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(last));
    if (parsed.isEmpty()) {
      faults.add(field, value, expected);
    }
    return parsed;
  }

  /**
   * Only plain digits: what {@link LocalDate} takes beyond them, such as +12026-01-01, is no ISO
   * date here.
   */
  private static Optional<LocalDate> parse(String value) {
    if (!ISO_DATE.matcher(value).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  Optional<BigDecimal> decimal(String field, String value) {
    if (!DECIMAL.matcher(value).matches()) {
      faults.add(field, value, Expected.DECIMAL.with(12, 8));
      return Optional.empty();
    }
    return Optional.of(normal(new BigDecimal(value)));
  }

  Optional<BigDecimal> amountNotNegative(String field, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<BigDecimal> amount = decimal(field, value);
    if (amount.isPresent() && amount.get().signum() < 0) {
      faults.add(field, value, Expected.NOT_NEGATIVE.with());
    }
    return amount;
  }

  /** 9.5 and 9.50 are the same amount: one form, so that equal amounts are equal. */
  private static BigDecimal normal(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** One of the constants of an enum, by name; an empty text stands for {@code absent}. */
  <E extends Enum<E>> E choice(String field, String value, E absent, Collection<E> allowed) {
    if (value.isEmpty()) {
      return absent;
    }
    for (E one : allowed) {
      if (one.name().equals(value)) {
        return one;
      }
    }
    faults.add(field, value, Expected.ONE_OF.with(names(allowed)));
    return absent;
  }

  /** Constants as they are called. */
  static String names(Collection<? extends Enum<?>> allowed) {
    return String.join(", ", allowed.stream().map(Enum::name).toList());
  }
}
