package io.waymark.judging;

/**
 * Amounts of one target as people read them: in its unit, 万 in Chinese and separators in English,
 * percent apart from percentage points.
 *
 * @param unit for readers
 * @param digits after the point
 * @param sign +1 where more is better
 */
record Quantity(Text unit, int digits, int sign) {
  private static final double WAN = 10_000;
  private static final double WAN_FROM = 100_000;

  private boolean percent() {
    return unit.zh().equals("%") || unit.en().equals("%");
  }

  /** A figure with its unit. */
  Text figure(double value) {
    if (percent()) {
      return Text.same(Numbers.fixed(value, digits) + "%");
    }
    return new Text(zh(value, digits), EnglishUnit.of(unit.en()).amount(value, digits));
  }

  /** A figure as precise as it is stated. */
  Text stated(double value, int statedDigits) {
    return new Quantity(unit, statedDigits, sign).figure(value);
  }

  /** A difference without its sign. */
  Text difference(double value) {
    double size = Math.abs(value);
    if (percent()) {
      String number = Numbers.fixed(size, digits);
      return new Text(number + " 个百分点", number + " percentage points");
    }
    return new Text(zh(size, digits), EnglishUnit.of(unit.en()).amount(size, digits));
  }

  /** A difference with a real sign. */
  Text signed(double value) {
    String mark = value < 0 ? "−" : "+";
    Text size = difference(value);
    return new Text(mark + size.zh(), mark + size.en());
  }

  /** A range without repeating the unit. */
  Text range(double low, double high) {
    String mark = percent() ? "%" : "";
    return new Text(
        Numbers.fixed(low, digits) + "–" + Numbers.fixed(high, digits) + mark,
        EnglishUnit.of(unit.en()).range(low, high, digits) + mark);
  }

  /** Whether an amount is more than nothing at these digits. */
  boolean shows(double amount) {
    return amount >= 0.5 * StrictMath.pow(10, -digits);
  }

  private String zh(double value, int places) {
    boolean counted = !unit.zh().startsWith("万") && !unit.zh().startsWith("亿");
    if (counted && Math.abs(value) >= WAN_FROM) {
      return Numbers.fixed(value / WAN, 1) + " 万" + unit.zh();
    }
    return Numbers.fixed(value, places) + " " + unit.zh();
  }
}
