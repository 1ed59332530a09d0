package io.waymark.alerting.domain;

import java.util.Optional;

/** How grave an alert is; the order of the constants is the order of gravity. */
public enum Severity {
  WARNING,
  CRITICAL;

  /** The severity of an overall light, if it calls for an alert at all. */
  static Optional<Severity> of(Light overall) {
    return switch (overall) {
      case AT_RISK -> Optional.of(WARNING);
      case OFF_TRACK -> Optional.of(CRITICAL);
      case AHEAD, ON_TRACK, UNKNOWN, SUSPENDED -> Optional.empty();
    };
  }
}
