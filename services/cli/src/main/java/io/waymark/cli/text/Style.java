package io.waymark.cli.text;

/** Paints on a terminal, leaves text alone elsewhere. */
public enum Style {
  /** With ANSI colours. */
  COLOURED,
  /** Bare text. */
  BARE;

  private static final char ESCAPE = '\u001b';

  /** The text in a tone. */
  public String paint(Tone tone, String text) {
    if (this == BARE || tone == Tone.PLAIN || text.isEmpty()) {
      return text;
    }
    return ESCAPE + "[" + tone.code() + "m" + text + ESCAPE + "[0m";
  }
}
