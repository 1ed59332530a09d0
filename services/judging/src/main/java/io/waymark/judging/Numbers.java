package io.waymark.judging;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them: a real minus, no more digits than the source has plus one. */
final class Numbers {
  private static final int MOST_DIGITS = 4;
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  private static final double MOST_EXACT = 1e15;

  private Numbers() {}

  /** Fixed digits, a real minus, and never a minus before zero. */
  static String fixed(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "—";
    }
    double scaled = Math.abs(value) * POWERS[digits] + 0.5;
    if (scaled >= MOST_EXACT) {
      return minus(new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP));
    }
    long units = (long) scaled;
    StringBuilder text = new StringBuilder().append(units);
    while (text.length() <= digits) {
      text.insert(0, '0');
    }
    if (digits > 0) {
      text.insert(text.length() - digits, '.');
    }
    return units != 0 && value < 0 ? text.insert(0, '−').toString() : text.toString();
  }

  /** Fixed digits with separators between thousands, as English readers expect. */
  static String grouped(double value, int digits) {
    String plain = fixed(value, digits);
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    int start = plain.startsWith("−") ? 1 : 0;
    StringBuilder text = new StringBuilder(plain);
    for (int i = end - 3; i > start; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** A share as percent. */
  static String percent(double share, int digits) {
    return fixed(100 * share, digits);
  }

  /** A stated figure as it is stated. */
  static String plain(BigDecimal value) {
    return minus(value);
  }

  /** Digits for computed figures beside these stated ones: one more than they have. */
  static int digitsBeside(Iterable<BigDecimal> stated) {
    int scale = 0;
    for (BigDecimal value : stated) {
      if (value.scale() > scale) {
        scale = Math.max(scale, value.stripTrailingZeros().scale());
      }
    }
    return Math.min(MOST_DIGITS, scale + 1);
  }

  private static String minus(BigDecimal value) {
    String digits = value.abs().toPlainString();
    return value.signum() < 0 ? "−" + digits : digits;
  }
}
