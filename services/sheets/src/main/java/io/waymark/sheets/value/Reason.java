package io.waymark.sheets.value;

import java.util.List;

/**
 * Why something is not taken, to be said in the reader's language.
 *
 * @param key key of the sentence in the module's words
 * @param arguments what stands for {0}, {1}... in it
 */
public record Reason(String key, List<String> arguments) {
  /** Copies. */
  public Reason {
    arguments = List.copyOf(arguments);
  }

  /** A reason with its arguments. */
  public static Reason of(String key, Object... arguments) {
    return new Reason(key, List.of(arguments).stream().map(String::valueOf).toList());
  }
}
