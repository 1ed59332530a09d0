package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.judging.EnglishUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/**
 * Writes figures as the reader's language does: 万 and 亿 in Chinese, thousands separators and
 * "billion" in English, a real minus.
 */
final class Figures {
  private static final String MINUS = "\u2212";
  private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
  private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

  private final Language language;
  private final String unit;
  private final int scale;

  private Figures(Language language, String unit, int scale) {
    this.language = language;
    this.unit = unit;
    this.scale = scale;
  }

  /** Writes figures of a target with as many digits as its own figures have. */
  static Figures of(TargetFigures target, Language language) {
    int scale = 0;
    for (BigDecimal given : new BigDecimal[] {target.targetValue(), target.value()}) {
      scale = given == null ? scale : Math.max(scale, given.stripTrailingZeros().scale());
    }
    return new Figures(
        language, Inert.line(target.unit().in(language), 20), Math.clamp(scale, 0, 4));
  }

  /** A given figure with its unit, for example "590 公里" or "65%". */
  String given(BigDecimal figure) {
    return number(figure) + unitAfterNumber();
  }

  /** Two given figures with their unit, for example "20–30 年一遇". */
  String given(BigDecimal low, BigDecimal high) {
    return String.join("–", ends(low, high)) + unitAfterNumber();
  }

  /** A computed figure with its unit, as exact as the target's own figures. */
  String computed(double figure) {
    return number(rounded(figure, scale)) + unitAfterNumber();
  }

  /** The two ends of a range of computed figures, without their unit. */
  List<String> computedRange(double low, double high) {
    return ends(rounded(low, scale), rounded(high, scale));
  }

  /** A computed figure with its unit and at least one digit, for schedules. */
  String fine(double figure) {
    return number(rounded(figure, fineScale(figure))) + unitAfterNumber();
  }

  /** The size of a difference with its unit, percentage points where the unit is percent. */
  String distance(double difference) {
    return number(significant(Math.abs(difference), scale)) + unitOfDifference();
  }

  /** The size of a small difference with its unit and at least one digit. */
  String fineDistance(double difference) {
    double size = Math.abs(difference);
    return number(significant(size, fineScale(size))) + unitOfDifference();
  }

  /** A signed difference with its unit, for example "−9.5 公里". */
  String signed(double difference) {
    String sign = difference < 0 ? MINUS : "+";
    return sign + fineDistance(difference);
  }

  private int fineScale(double figure) {
    return Math.abs(figure) >= 1000 ? scale : Math.max(1, scale);
  }

  // A difference that is not zero must not be written as zero.
  private static BigDecimal significant(double size, int scale) {
    int digits = scale;
    while (digits < scale + 3 && size > 0 && rounded(size, digits).signum() == 0) {
      digits++;
    }
    return rounded(size, digits);
  }

  private static BigDecimal rounded(double figure, int scale) {
    if (Double.isNaN(figure) || Double.isInfinite(figure)) {
      return BigDecimal.ZERO;
    }
    return BigDecimal.valueOf(figure).setScale(scale, RoundingMode.HALF_UP);
  }

  private String number(BigDecimal figure) {
    BigDecimal size = figure.abs();
    String sign = figure.signum() < 0 ? MINUS : "";
    if (language == Language.EN) {
      return sign + english(size);
    }
    if (unit.startsWith("万") || size.compareTo(WAN) < 0) {
      return sign + size.toPlainString();
    }
    boolean yi = size.compareTo(YI) >= 0 && !unit.startsWith("亿");
    BigDecimal shortened = size.divide(yi ? YI : WAN, 4, RoundingMode.HALF_UP).stripTrailingZeros();
    return sign + shortened.toPlainString() + (yi ? "亿" : "万");
  }

  private List<String> ends(BigDecimal low, BigDecimal high) {
    EnglishUnit counted = EnglishUnit.of(unit);
    if (language != Language.EN || !counted.multiple()) {
      return List.of(number(low), number(high));
    }
    int digits = Math.max(0, Math.max(low.scale(), high.scale()));
    return List.of(
        counted.low(low.doubleValue(), high.doubleValue(), digits),
        counted.high(low.doubleValue(), high.doubleValue(), digits));
  }

  private String english(BigDecimal size) {
    EnglishUnit counted = EnglishUnit.of(unit);
    return counted.multiple()
        ? counted.size(size.doubleValue(), Math.max(0, size.scale()))
        : grouped(size);
  }

  private static String grouped(BigDecimal size) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
    format.setMinimumFractionDigits(Math.max(0, size.scale()));
    return format.format(size);
  }

  private String unitAfterNumber() {
    if (unit.isEmpty() || isPercent()) {
      return unit;
    }
    return " " + (language == Language.EN ? EnglishUnit.of(unit).name() : unit);
  }

  private String unitOfDifference() {
    if (!isPercent()) {
      return unitAfterNumber();
    }
    return switch (language) {
      case ZH -> " 个百分点";
      case EN -> " percentage points";
    };
  }

  private boolean isPercent() {
    return unit.equals("%") || unit.equals("％");
  }
}
