package io.waymark.refusals;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is expected of a field.
 *
 * @param reason the stable name of it
 * @param metadata its particulars by name
 */
public record Expectation(String reason, Map<String, String> metadata) {
  /** Copies, and keeps the order. */
  public Expectation {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** In English, as programs and logs get it. */
  @Override
  public String toString() {
    return RefusalWords.ENGLISH.expectation(reason, metadata, reason);
  }
}
