package io.waymark.alerting.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The states of an alert's life, as the lifecycle's table and its diagram name them. */
enum Place {
  NONE,
  OPEN_WARNING,
  OPEN_CRITICAL,
  ACKNOWLEDGED_WARNING,
  ACKNOWLEDGED_CRITICAL,
  PAUSED,
  RESOLVED;

  static Place of(@Nullable Alert alert) {
    if (alert == null) {
      return NONE;
    }
    if (alert.paused()) {
      return PAUSED;
    }
    boolean warning = alert.severity() == Severity.WARNING;
    return switch (alert.status()) {
      case OPEN -> warning ? OPEN_WARNING : OPEN_CRITICAL;
      case ACKNOWLEDGED -> warning ? ACKNOWLEDGED_WARNING : ACKNOWLEDGED_CRITICAL;
      case RESOLVED -> RESOLVED;
    };
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
