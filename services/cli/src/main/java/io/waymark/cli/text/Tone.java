package io.waymark.cli.text;

/** What a colour would stress; never the only carrier of a meaning. */
public enum Tone {
  /** As it is. */
  PLAIN(""),
  /** Headings. */
  STRONG("1"),
  /** Small print. */
  FAINT("2"),
  /** No longer held. */
  STRUCK("2;9"),
  /** Ahead. */
  BLUE("34"),
  /** On track. */
  GREEN("32"),
  /** At risk. */
  YELLOW("33"),
  /** Off track, errors. */
  RED("31"),
  /** Unknown, suspended. */
  GREY("90");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
