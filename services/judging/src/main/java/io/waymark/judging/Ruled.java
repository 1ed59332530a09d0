package io.waymark.judging;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param is its level
 * @param strictly its level if the number were worse by the dead band
 * @param bounds the number between its bounds
 * @param strictBounds the worse number between its bounds
 * @param inputIds figures beyond the usual ones that it looked at
 */
record Ruled(
    Level is,
    Level strictly,
    Supplier<String> bounds,
    Supplier<String> strictBounds,
    List<String> inputIds) {

  /** Without a number there is no dead band. */
  static Ruled plainly(Level level, String arithmetic, List<String> inputIds) {
    return new Ruled(level, level, () -> arithmetic, () -> arithmetic, inputIds);
  }

  /**
   * The light that counts, and what the rulebook calls it.
   *
   * @param inputIds figures beyond the usual ones that went in
   */
  record Settled(Light light, @Nullable Text name, List<String> inputIds) {}
}
