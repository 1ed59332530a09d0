package io.waymark.cli.text;

import io.waymark.judging.EnglishUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Figures for readers: a real minus, thousands separators in English, 万 and 亿 in Chinese, and no
 * more digits than the figure's sources have.
 */
public final class Figures {
  private static final BigDecimal WAN = new BigDecimal("1e4");
  private static final BigDecimal YI = new BigDecimal("1e8");

  private final Language language;

  /** Figures for readers of one language. */
  public Figures(Language language) {
    this.language = language;
  }

  /** A decimal string as published, for example "645" with unit "公里". Empty gives "-". */
  public String published(String decimal, String unit) {
    if (decimal.isEmpty()) {
      return "-";
    }
    try {
      BigDecimal value = new BigDecimal(decimal);
      if (multiple(unit)) {
        return EnglishUnit.of(unit).amount(value.doubleValue(), Math.max(0, value.scale()));
      }
      return withUnit(scaled(value, Math.max(0, value.scale()), unit), unit);
    } catch (NumberFormatException e) {
      return withUnit(decimal, unit);
    }
  }

  /** A computed figure, rounded to {@code digits} places after the point. */
  public String computed(double value, int digits, String unit) {
    return multiple(unit) && Double.isFinite(value)
        ? EnglishUnit.of(unit).amount(value, digits)
        : withUnit(bare(value, digits, unit), unit);
  }

  /** A computed figure without its unit, which decides whether 万 or "billion" may be used. */
  public String bare(double value, int digits, String unit) {
    if (multiple(unit) && Double.isFinite(value)) {
      return EnglishUnit.of(unit).size(value, digits);
    }
    return Double.isFinite(value) ? scaled(BigDecimal.valueOf(value), digits, unit) : "-";
  }

  /** A computed difference with its sign, also where it is positive. */
  public String signed(double value, int digits, String unit) {
    String text = computed(value, digits, unit);
    boolean rounded0 = text.chars().filter(Character::isDigit).allMatch(c -> c == '0');
    return value > 0 && !rounded0 ? "+" + text : text;
  }

  /** How many of something, exactly. */
  public String count(long number) {
    return plain(BigDecimal.valueOf(number), 0);
  }

  /** A probability as whole percent, never as certain. */
  public String probability(double p) {
    if (p < 0.01) {
      return language == Language.ZH ? "小于 1%" : "under 1%";
    }
    if (p > 0.99) {
      return language == Language.ZH ? "大于 99%" : "over 99%";
    }
    return Math.round(p * 100) + "%";
  }

  /** A share 0..1 as percent with one place. */
  public String share(double share) {
    return plain(BigDecimal.valueOf(share * 100), 1) + "%";
  }

  /**
   * Places after the point for figures computed from these decimal strings: one more than they
   * have, at most two.
   */
  public static int digits(String... decimals) {
    int digits = 0;
    for (String decimal : decimals) {
      int point = decimal.indexOf('.');
      digits = Math.max(digits, point < 0 ? 0 : decimal.length() - point - 1);
    }
    boolean large = false;
    for (String decimal : decimals) {
      large |= decimal.replace("-", "").split("\\.", 2)[0].length() > 4;
    }
    return Math.min(2, large ? digits : Math.max(1, digits));
  }

  private boolean multiple(String unit) {
    return language == Language.EN && EnglishUnit.of(unit).multiple();
  }

  private String scaled(BigDecimal value, int digits, String unit) {
    boolean scalable = language == Language.ZH && !unit.startsWith("万") && !unit.startsWith("亿");
    BigDecimal size = value.abs();
    if (scalable && size.compareTo(YI) >= 0) {
      return trimmed(value.divide(YI)) + " 亿";
    }
    if (scalable && size.compareTo(new BigDecimal("1e5")) >= 0) {
      return trimmed(value.divide(WAN)) + " 万";
    }
    return plain(value, digits);
  }

  private String trimmed(BigDecimal value) {
    BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain(rounded, Math.max(0, rounded.scale()));
  }

  private String plain(BigDecimal value, int digits) {
    BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
    DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setGroupingUsed(language == Language.EN);
    format.setGroupingSize(3);
    String text = format.format(rounded.abs());
    return rounded.signum() < 0 ? "−" + text : text;
  }

  private static String withUnit(String text, String unit) {
    if (unit.isEmpty() || text.equals("-")) {
      return text;
    }
    if (unit.equals("%") || unit.startsWith("%")) {
      return text + unit;
    }
    boolean joins = text.endsWith("万") || text.endsWith("亿");
    return joins ? text + unit : text + " " + unit;
  }
}
