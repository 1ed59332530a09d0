package io.waymark.registry.domain;

/**
 * A text in both languages of the product. Either side may be empty; a reader falls back to the
 * other.
 *
 * @param zh Chinese
 * @param en English
 */
public record LocalizedText(String zh, String en) {
  public static final LocalizedText EMPTY = new LocalizedText("", "");

  boolean isBlank() {
    return zh.isBlank() && en.isBlank();
  }
}
