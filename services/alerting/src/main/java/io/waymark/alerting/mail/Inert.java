package io.waymark.alerting.mail;

/**
 * Makes text that others wrote harmless: one line, without control, direction or invisible
 * characters, of bounded length.
 */
final class Inert {
  private static final int NAME = 120;
  private static final int SENTENCE = 600;

  private Inert() {}

  /** A name of something; cut after 120 characters. */
  static String name(String given) {
    return line(given, NAME);
  }

  /** A sentence; cut after 600 characters. */
  static String sentence(String given) {
    return line(given, SENTENCE);
  }

  static String line(String given, int atMost) {
    StringBuilder line = new StringBuilder();
    int kept = 0;
    int[] points = given.codePoints().toArray();
    for (int point : points) {
      if (isInvisible(point)) {
        continue;
      }
      if (kept == atMost) {
        return line.append('…').toString();
      }
      int written = isBlank(point) ? ' ' : point;
      if (written != ' ' || !line.isEmpty()) {
        line.appendCodePoint(written);
        kept++;
      }
    }
    return line.toString().strip();
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isISOControl(point) || isLineSeparator(point);
  }

  private static boolean isLineSeparator(int point) {
    return point == 0x2028 || point == 0x2029 || point == 0x85;
  }

  // FORMAT covers direction marks, overrides and isolates, joiners and the byte order mark.
  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }
}
