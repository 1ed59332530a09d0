package io.waymark.cli.view;

import io.waymark.cli.text.Figures;
import io.waymark.cli.text.Style;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;

/**
 * What every view needs to know of its reader.
 *
 * @param words the reader's language
 * @param style whether colours show
 */
public record View(Words words, Style style) {
  /** Figures in the reader's language. */
  public Figures figures() {
    return new Figures(words.language());
  }

  /** The name of a field of the plan, or its id where it has none. */
  public String category(String category) {
    return words.getOr("category." + category, category);
  }

  String strong(String text) {
    return style.paint(Tone.STRONG, text);
  }

  String faint(String text) {
    return style.paint(Tone.FAINT, text);
  }

  /** An ISO date, or "-" where there is none. */
  static String date(String iso) {
    return iso.isEmpty() ? "-" : iso;
  }
}
