package io.waymark.sheets.value;

/**
 * One spelling for characters that look alike: full-width letters, digits and signs, blanks of all
 * widths, the many dashes that stand for a minus.
 */
public final class Plain {
  private static final char FIRST_FULL_WIDTH = '！';
  private static final char LAST_FULL_WIDTH = '～';
  private static final int FULL_WIDTH_OFFSET = '！' - '!';

  private Plain() {}

  /** The text with half-width characters, without blanks at its ends. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      append(plain, text.charAt(i));
    }
    return plain.toString().strip();
  }

  /** The text with half-width characters and without any blank. */
  public static String tight(String text) {
    return of(text).replaceAll("\\s+", "");
  }

  private static void append(StringBuilder plain, char c) {
    if (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) {
      plain.append((char) (c - FULL_WIDTH_OFFSET));
      return;
    }
    switch (c) {
      case '\u3000', '\u00A0', '\u202F', '\u2007', '\u2009' -> plain.append(' ');
      case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> {
        // invisible: pasted along from web pages and other programs
      }
      case '−', '‐', '‑', '–', '﹣' -> plain.append('-');
      case '﹪', '٪' -> plain.append('%');
      case '￥' -> plain.append('¥');
      default -> plain.append(c);
    }
  }
}
