package io.waymark.sheets.value;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as it stands in a cell.
 *
 * @param number the number, with its sign
 * @param unit whatever follows the number, for example 万亿元, %, 公里; empty for a bare number
 */
public record Quantity(BigDecimal number, String unit) {
  private static final int LONGEST = 40;
  private static final Pattern FIGURE =
      Pattern.compile("([-+负正]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(.*)");
  private static final Pattern SHORTENED = Pattern.compile("[-+]?\\d+(\\.\\d+)?[eE][-+]?\\d+.*");
  private static final Pattern NO_UNIT = Pattern.compile("[.,+-].*|.*\\d.*");

  /**
   * Reads a figure with or without separators of thousands, sign, and unit. Nothing is guessed:
   * 约65, 65左右, (1,234), 1,23 and 1.2E+11 are refused.
   */
  public static Reading<Quantity> read(String text) {
    String plain = Plain.tight(text);
    if (SHORTENED.matcher(plain).matches()) {
      return Reading.refused("figure.shortened", text.strip());
    }
    Matcher figure = FIGURE.matcher(plain);
    if (plain.length() > LONGEST || !figure.matches()) {
      return Reading.refused("figure.unread", text.strip());
    }
    String unit = figure.group(4);
    if (NO_UNIT.matcher(unit).matches() && !Units.known(unit)) {
      return Reading.refused("figure.unread", text.strip());
    }
    String fraction = figure.group(3) == null ? "" : figure.group(3);
    BigDecimal number = new BigDecimal(figure.group(2).replace(",", "") + fraction);
    boolean negative = figure.group(1).equals("-") || figure.group(1).equals("负");
    return Reading.taken(new Quantity(negative ? number.negate() : number, unit));
  }

  /**
   * The number in the unit that is wanted.
   *
   * @param stated the unit of the heading for numbers that bring none; empty if the heading has
   *     none: then a bare number is in the unit that is wanted
   * @param wanted the unit that is wanted, or several spellings of it
   */
  public Reading<BigDecimal> in(String stated, String... wanted) {
    String own = unit.isEmpty() ? stated : unit;
    return Units.convert(number, own, wanted);
  }
}
