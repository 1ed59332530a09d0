package io.waymark.sheets.value;

import java.util.List;
import java.util.Map;

/**
 * Why something is not taken, to be said in the reader's language.
 *
 * @param key key of the sentence in the module's words
 * @param arguments what stands for {0}, {1}... in it
 * @param metadata what belongs to the reason of a service, by name; empty for our own reasons
 */
public record Reason(String key, List<String> arguments, Map<String, String> metadata) {
  /** What a service says is wrong with a field: value, reason, expectation in English. */
  public static final String VIOLATION = "row.violation";

  /** Why a service refused a row as a whole: reason, message in English. */
  public static final String REFUSED = "row.refused";

  /** Copies. */
  public Reason {
    arguments = List.copyOf(arguments);
    metadata = Map.copyOf(metadata);
  }

  /** A reason with its arguments. */
  public static Reason of(String key, Object... arguments) {
    List<String> texts = List.of(arguments).stream().map(String::valueOf).toList();
    return new Reason(key, texts, Map.of());
  }

  /** A reason of a service, with what belongs to it. */
  public static Reason of(String key, List<String> arguments, Map<String, String> metadata) {
    return new Reason(key, arguments, metadata);
  }
}
