package io.waymark.judging;

/**
 * Amounts in English where the plan counts in 万 or 亿: "2,966" of "100 million yuan" reads "296.6
 * billion yuan", "35" of "10,000 persons" reads "350,000 persons". Precision stays what it was.
 */
public final class EnglishUnit {
  private static final String WAN = "10,000 ";
  private static final String YI = "100 million ";
  private static final int MOST_DIGITS = 4;

  private final String name;
  private final int zeros;

  private EnglishUnit(String name, int zeros) {
    this.name = name;
    this.zeros = zeros;
  }

  /** The unit as the plan has it in English, for example "100 million yuan" or "km". */
  public static EnglishUnit of(String unit) {
    if (unit.startsWith(WAN)) {
      return new EnglishUnit(unit.substring(WAN.length()), 4);
    }
    return unit.startsWith(YI)
        ? new EnglishUnit(unit.substring(YI.length()), 8)
        : new EnglishUnit(unit, 0);
  }

  /** Whether the plan counts in ten thousands or hundred millions. */
  public boolean multiple() {
    return zeros > 0;
  }

  /** An amount with its unit. */
  public String amount(double value, int digits) {
    return size(value, digits) + " " + name;
  }

  /** An amount without its unit: "296.6 billion". */
  public String size(double value, int digits) {
    return number(value, digits, value) + word(value);
  }

  /** Two amounts of one size, without their unit: "289.1–301.2 billion". */
  public String range(double low, double high, int digits) {
    return low(low, high, digits) + "–" + high(low, high, digits);
  }

  /** The lower end of a range, whose size is said at the upper one. */
  public String low(double low, double high, int digits) {
    return number(low, digits, larger(low, high));
  }

  /** The upper end of a range. */
  public String high(double low, double high, int digits) {
    double larger = larger(low, high);
    return number(high, digits, larger) + word(larger);
  }

  /** What is counted: "yuan" of "100 million yuan". */
  public String name() {
    return name;
  }

  private static double larger(double low, double high) {
    return Math.max(Math.abs(low), Math.abs(high));
  }

  private String number(double value, int digits, double sizedBy) {
    if (zeros == 0) {
      return Numbers.grouped(value, digits);
    }
    int moved = thousands(sizedBy) - zeros;
    double power = StrictMath.pow(10, digits);
    double scaled = StrictMath.rint(value * power) / power / StrictMath.pow(10, moved);
    int places = Math.clamp((long) digits + moved, 0, MOST_DIGITS);
    String text = Numbers.grouped(scaled, places);
    return places == 0 ? text : text.replaceFirst("\\.?0+$", "");
  }

  private String word(double sizedBy) {
    return switch (thousands(sizedBy)) {
      case 6 -> " million";
      case 9 -> " billion";
      case 12 -> " trillion";
      default -> "";
    };
  }

  /** Zeros of the word that says the size; 0 for none. */
  private int thousands(double sizedBy) {
    if (zeros == 0) {
      return 0;
    }
    double size = Math.abs(sizedBy) * StrictMath.pow(10, zeros);
    if (size >= 1e12) {
      return 12;
    }
    if (size >= 1e9) {
      return 9;
    }
    return size >= 1e6 ? 6 : 0;
  }
}
