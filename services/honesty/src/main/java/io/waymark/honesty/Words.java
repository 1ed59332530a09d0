package io.waymark.honesty;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures in sentences. */
final class Words {
  private Words() {}

  /** One decimal at most, for example 38 or 38.5. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    return plain(rounded);
  }

  /**
   * Hundreds of millions of yuan as an Englishman says them: 780 million yuan, 1.2 billion yuan.
   */
  static String yuan(BigDecimal hundredMillions) {
    BigDecimal millions = hundredMillions.movePointRight(2);
    return millions.compareTo(BigDecimal.valueOf(1000)) < 0
        ? plain(millions) + " million yuan"
        : plain(millions.movePointLeft(3)) + " billion yuan";
  }

  static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
