package io.waymark.sheets;

/**
 * Cells merged into one; rows and columns count from 1 and 0.
 *
 * @param firstRow first row, from 1
 * @param firstColumn first column, from 0
 * @param lastRow last row
 * @param lastColumn last column
 */
public record Span(int firstRow, int firstColumn, int lastRow, int lastColumn) {
  /** As spreadsheets name it, for example B3:B5. */
  public String name() {
    return Columns.letter(firstColumn) + firstRow + ":" + Columns.letter(lastColumn) + lastRow;
  }

  /** True if it runs over several rows. */
  public boolean isTall() {
    return lastRow > firstRow;
  }

  /** Reads B3:B5. */
  static Span parse(String reference) {
    String plain = reference.replace("$", "");
    int colon = plain.indexOf(':');
    String first = colon < 0 ? plain : plain.substring(0, colon);
    String last = colon < 0 ? plain : plain.substring(colon + 1);
    return new Span(
        Columns.row(first), Columns.index(first), Columns.row(last), Columns.index(last));
  }
}
