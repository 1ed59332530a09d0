package io.waymark.registry.domain;

/**
 * The source passage of a published item.
 *
 * @param line counted from 1; 0 if not known
 */
public record SourcePassage(String section, int line, String quote) {
  public static final SourcePassage NONE = new SourcePassage("", 0, "");
}
