package io.waymark.sheets;

/**
 * How much of a file is read before it is refused. They guard memory and time, not taste: a
 * bureau's 10,000 rows are far below them.
 *
 * @param fileBytes the file as it is sent
 * @param inflatedBytes all parts of a workbook unpacked
 * @param ratio how many times larger a workbook's part may be unpacked, once it exceeds a megabyte
 * @param rows the rows of one sheet
 * @param columns the columns of one sheet
 * @param cellCharacters the text of one cell
 */
public record Limits(
    long fileBytes, long inflatedBytes, int ratio, int rows, int columns, int cellCharacters) {
  private static final long MEBIBYTE = 1024 * 1024;

  /** For files that people keep. */
  public static final Limits DEFAULT =
      new Limits(20 * MEBIBYTE, 200 * MEBIBYTE, 100, 50_000, 256, 32_767);
}
