package io.waymark.judging;

import io.waymark.judging.Ruled.Settled;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a target stands against its schedule.
 *
 * @param level what the rulebook calls it; null if it has no word of its own
 * @param inputIds figures beyond the usual ones that the rule looked at
 */
record Position(
    Light light,
    @Nullable UnknownReason reason,
    @Nullable Double valueNow,
    @Nullable LocalDate comparedAt,
    @Nullable Double scheduled,
    @Nullable Double ratio,
    @Nullable Double behind,
    @Nullable Double gap,
    @Nullable Text level,
    List<String> inputIds) {

  static Position unknown(UnknownReason reason) {
    return new Position(Light.UNKNOWN, reason, null, null, null, null, null, null, null, List.of());
  }

  static Position of(
      Light light, double now, LocalDate at, double due, @Nullable Double ratio, double behind) {
    return new Position(light, null, now, at, due, ratio, behind, now - due, null, List.of());
  }

  /** By the rule: its own word counts where its light does. */
  Position by(Settled settled) {
    Text word = settled.light() == light ? settled.name() : null;
    return new Position(
        light,
        reason,
        valueNow,
        comparedAt,
        scheduled,
        ratio,
        behind,
        gap,
        word,
        settled.inputIds());
  }
}
