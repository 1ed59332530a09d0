package io.waymark.alerting.domain;

/** A text in both languages; either side may be empty. */
public record Text(String zh, String en) {
  /** No text at all. */
  public static final Text NONE = new Text("", "");

  /** The text in a language, or in the other one where it is missing. */
  public String in(Language language) {
    String wanted = language == Language.ZH ? zh : en;
    String spare = language == Language.ZH ? en : zh;
    return wanted.isEmpty() ? spare : wanted;
  }

  /** Whether neither language has a text. */
  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }
}
