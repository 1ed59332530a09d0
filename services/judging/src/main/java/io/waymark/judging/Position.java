package io.waymark.judging;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a target stands against its schedule. */
record Position(
    Light light,
    @Nullable UnknownReason reason,
    @Nullable Double valueNow,
    @Nullable LocalDate comparedAt,
    @Nullable Double scheduled,
    @Nullable Double ratio,
    @Nullable Double behind,
    @Nullable Double gap) {

  static Position unknown(UnknownReason reason) {
    return new Position(Light.UNKNOWN, reason, null, null, null, null, null, null);
  }

  static Position of(
      Light light, double now, LocalDate at, double due, @Nullable Double ratio, double behind) {
    return new Position(light, null, now, at, due, ratio, behind, now - due);
  }
}
