package io.waymark.judging;

/** A text in both languages of the product. */
public record Text(String zh, String en) {
  static Text same(String both) {
    return new Text(both, both);
  }
}
