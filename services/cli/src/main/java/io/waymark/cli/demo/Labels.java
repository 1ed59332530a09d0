package io.waymark.cli.demo;

/** Words that travel with every text of the demo, so that nobody takes it for real. */
final class Labels {
  private static final String MARK = "【模拟数据 simulated】";

  private Labels() {}

  /** A text of the demo, marked. */
  static String marked(String zh, String en) {
    return MARK + zh + " / " + en;
  }
}
