package io.waymark.sheets;

import io.waymark.sheets.Cell.Kind;
import io.waymark.sheets.value.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/** What a number's format makes of it: a day, a percentage, an amount with a unit. */
final class Formats {
  /** Spreadsheets themselves keep no more digits. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  /** A time of day is told to the minute. */
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static final int LONGEST_PLAIN = 40;
  private static final Pattern UNIT = Pattern.compile("[0#?](?:\"([^\"]*)\"|\\\\(.))+[^0#?]*$");
  private static final Pattern SCALED = Pattern.compile("[0#?],+(?![0#?])|!\\.|\\\\\\.|\"\\.\"");

  private enum Meaning {
    PLAIN,
    PERCENT,
    DAY,
    MONTH,
    YEAR,
    SCALED
  }

  private record Format(Meaning meaning, String unit) {}

  private final StylesTable styles;
  private final boolean since1904;
  private final Map<String, Format> known = new HashMap<>();

  Formats(StylesTable styles, boolean since1904) {
    this.styles = styles;
    this.since1904 = since1904;
  }

  Cell number(int column, String raw, @Nullable String style) {
    Format format = style == null ? new Format(Meaning.PLAIN, "") : known(style);
    BigDecimal number = new BigDecimal(raw).round(DIGITS);
    return switch (format.meaning()) {
      case PLAIN -> new Cell(column, Kind.NUMBER, plain(number) + format.unit(), null, null);
      case PERCENT ->
          new Cell(column, Kind.NUMBER, plain(number.movePointRight(2)) + "%", null, null);
      case SCALED -> Cell.faulty(column, plain(number), Reason.of("cell.scaled", plain(number)));
      case DAY, MONTH, YEAR -> date(column, raw, format.meaning());
    };
  }

  private Cell date(int column, String raw, Meaning meaning) {
    double serial = Double.parseDouble(raw);
    if (!DateUtil.isValidExcelDate(serial)) {
      return Cell.faulty(column, raw, Reason.of("cell.noDay", raw));
    }
    if (serial < 1) {
      LocalTime time = LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(serial * 86_400)));
      return new Cell(column, Kind.DATE, time.toString(), null, null);
    }
    LocalDateTime day = DateUtil.getLocalDateTime(serial, since1904, true);
    String text =
        switch (meaning) {
          case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
          case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
          default ->
              day.toLocalTime().equals(LocalTime.MIDNIGHT)
                  ? day.toLocalDate().toString()
                  : day.format(MINUTES);
        };
    return new Cell(column, Kind.DATE, text, null, null);
  }

  private Format known(String style) {
    return known.computeIfAbsent(
        style,
        s -> {
          XSSFCellStyle found = styles.getStyleAt(Integer.parseInt(s));
          return found == null
              ? new Format(Meaning.PLAIN, "")
              : format(found.getDataFormat(), found.getDataFormatString());
        });
  }

  private static Format format(int index, @Nullable String pattern) {
    String first = pattern == null ? "" : pattern.split(";", -1)[0];
    if (index == 27 || index == 57) { // Chinese built-in formats, whose patterns no file carries
      return new Format(Meaning.MONTH, "");
    }
    boolean chineseDay = (index >= 28 && index <= 36) || (index >= 50 && index <= 58);
    if (chineseDay || (pattern != null && DateUtil.isADateFormat(index, pattern))) {
      return new Format(chineseDay ? Meaning.DAY : part(first), "");
    }
    String bare = first.replaceAll("\\[[^\\]]*\\]", "");
    if (bare.replaceAll("\"[^\"]*\"", "").contains("%")) {
      return new Format(Meaning.PERCENT, "");
    }
    return SCALED.matcher(bare).find()
        ? new Format(Meaning.SCALED, "")
        : new Format(Meaning.PLAIN, unit(bare));
  }

  /** A format without days means a month, one without months a year. */
  private static Meaning part(String pattern) {
    String letters =
        pattern.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
    if (letters.contains("d") || letters.contains("h") || letters.contains("s")) {
      return Meaning.DAY;
    }
    return letters.contains("m") ? Meaning.MONTH : Meaning.YEAR;
  }

  private static String unit(String pattern) {
    Matcher unit = UNIT.matcher(pattern);
    if (!unit.find()) {
      return "";
    }
    return unit.group().substring(1).replaceAll("_.|\\*.|[\"\\\\]", "").strip();
  }

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    String text = bare.toPlainString();
    return text.length() > LONGEST_PLAIN ? bare.toString() : text;
  }
}
