package io.waymark.alerting.mail;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Plain figures that need no unit. */
final class Numbers {
  private Numbers() {}

  /** With at most one digit after the point. */
  static String oneDigit(double figure) {
    if (!Double.isFinite(figure)) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(figure).setScale(1, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().scale() <= 0
        ? rounded.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
        : rounded.toPlainString();
  }
}
