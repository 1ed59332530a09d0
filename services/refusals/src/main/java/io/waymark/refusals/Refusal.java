package io.waymark.refusals;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a command was refused.
 *
 * @param reason the stable name of it
 * @param metadata its particulars by name
 */
public record Refusal(String reason, Map<String, String> metadata) {
  /** Copies, and keeps the order. */
  public Refusal {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** In English, as programs and logs get it. */
  @Override
  public String toString() {
    return RefusalWords.ENGLISH.refusal(reason, metadata, reason);
  }
}
