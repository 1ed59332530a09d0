package io.waymark.rulebooks;

import io.waymark.judging.Text;

/**
 * What is wrong with a rulebook's file.
 *
 * @param file its name
 * @param line counted from 1; 0: the file as a whole
 * @param key where in the file, such as {@code position.levels[1].at_least}; empty: the file as a
 *     whole
 * @param value what stands there; empty if nothing does
 * @param expectation what should
 */
public record Fault(String file, int line, String key, String value, Text expectation) {
  /** The fault in one line, in both languages. */
  public Text text() {
    String place = line == 0 ? file : file + ":" + line;
    String head = (place + " " + key).strip() + ": ";
    return new Text(
        head + (value.isEmpty() ? "缺" : value) + "（应为：" + expectation.zh() + "）",
        head + (value.isEmpty() ? "missing" : value) + " (expected: " + expectation.en() + ")");
  }
}
