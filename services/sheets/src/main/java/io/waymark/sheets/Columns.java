package io.waymark.sheets;

/** Columns by letter and by number from 0: A, B ... Z, AA. */
public final class Columns {
  private static final int LETTERS = 26;

  private Columns() {}

  /** The letters of a column. */
  public static String letter(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }

  /** The column of a cell's reference such as AB12; -1 if it names none. */
  static int index(String reference) {
    int index = 0;
    for (int i = 0; i < reference.length() && isLetter(reference.charAt(i)); i++) {
      index = index * LETTERS + reference.charAt(i) - 'A' + 1;
    }
    return index - 1;
  }

  /** The row of a cell's reference such as AB12, from 1; 0 if it names none. */
  static int row(String reference) {
    int at = 0;
    while (at < reference.length() && isLetter(reference.charAt(at))) {
      at++;
    }
    return at == reference.length() ? 0 : Integer.parseInt(reference.substring(at));
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
