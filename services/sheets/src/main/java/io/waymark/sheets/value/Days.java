package io.waymark.sheets.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and periods as people write them. A period stands for its last day: 2027-06 and 2027年6月 are
 * 2027-06-30, 2027Q2 and 2027年二季度 as well, 2027 is 2027-12-31.
 */
public final class Days {
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** Serial numbers from 1954 to 2119: nothing else that could stand for a day has five digits. */
  private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:\\.0+)?");

  private static final Pattern CLOCK = Pattern.compile("(.*\\d[日号]?)[ T]\\d{1,2}:\\d{2}.*");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})[日号]?)");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})|年(\\d{1,2})月(?:底|末|份)?)");
  private static final Pattern SHORTENED = Pattern.compile("(\\d{4})\\.1");
  private static final Pattern QUARTER =
      Pattern.compile("(\\d{4})(?:-?[Qq]([1-4])|年第?([1-4一二三四])季度(?:末|底)?)");
  private static final Pattern HALF = Pattern.compile("(\\d{4})(?:-?[Hh]([12])|年([上下])半年)");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年(?:底|末|度)?)?");

  private Days() {}

  /**
   * The day that a cell names, or the last day of the period that it names. 2027.1 is refused: a
   * spreadsheet makes it of 2027.10 too.
   *
   * @param since1904 true if serial numbers of this file count from 1904
   */
  public static Reading<LocalDate> read(String text, boolean since1904) {
    String plain = withoutClock(Plain.of(text)).replaceAll("\\s+", "");
    Matcher shortened = SHORTENED.matcher(plain);
    if (shortened.matches()) {
      String year = shortened.group(1);
      return Reading.refused("day.shortened", text.strip(), year + "-01", year + "-10");
    }
    Matcher serial = SERIAL.matcher(plain);
    if (serial.matches()) {
      LocalDate epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
      return Reading.taken(epoch.plusDays(Long.parseLong(serial.group(1))));
    }
    return lastDay(plain)
        .map(Reading::taken)
        .orElseGet(() -> Reading.refused("day.unread", text.strip()));
  }

  /**
   * The day that the text names, or the last day of the period that it names; empty if it names
   * neither.
   */
  public static Optional<LocalDate> lastDay(String text) {
    String compact = Plain.tight(text);
    try {
      return day(compact)
          .or(() -> month(compact))
          .or(() -> quarter(compact))
          .or(() -> half(compact))
          .or(() -> year(compact));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String withoutClock(String text) {
    Matcher clock = CLOCK.matcher(text);
    return clock.matches() ? clock.group(1) : text;
  }

  private static Optional<LocalDate> day(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return Optional.of(date(compact.group(1), compact.group(2), compact.group(3)));
    }
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return Optional.empty();
    }
    boolean chinese = day.group(2) == null;
    return Optional.of(date(day.group(1), day.group(chinese ? 5 : 3), day.group(chinese ? 6 : 4)));
  }

  private static Optional<LocalDate> month(String text) {
    Matcher month = MONTH.matcher(text);
    if (!month.matches()) {
      return Optional.empty();
    }
    String number = month.group(2) == null ? month.group(3) : month.group(2);
    return Optional.of(endOfMonth(month.group(1), Integer.parseInt(number)));
  }

  private static Optional<LocalDate> quarter(String text) {
    Matcher quarter = QUARTER.matcher(text);
    if (!quarter.matches()) {
      return Optional.empty();
    }
    String number = quarter.group(2) == null ? quarter.group(3) : quarter.group(2);
    int chinese = "一二三四".indexOf(number);
    int index = chinese >= 0 ? chinese + 1 : Integer.parseInt(number);
    return Optional.of(endOfMonth(quarter.group(1), index * 3));
  }

  private static Optional<LocalDate> half(String text) {
    Matcher half = HALF.matcher(text);
    if (!half.matches()) {
      return Optional.empty();
    }
    boolean first = "1".equals(half.group(2)) || "上".equals(half.group(3));
    return Optional.of(endOfMonth(half.group(1), first ? 6 : 12));
  }

  private static Optional<LocalDate> year(String text) {
    Matcher year = YEAR.matcher(text);
    return year.matches() ? Optional.of(endOfMonth(year.group(1), 12)) : Optional.empty();
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static LocalDate endOfMonth(String year, int month) {
    return YearMonth.of(Integer.parseInt(year), month).atEndOfMonth();
  }
}
