package io.waymark.alerting.domain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The states of an alert's life, as the lifecycle's table names them. */
enum Place {
  NONE,
  OPEN_WARNING,
  OPEN_CRITICAL,
  ACKNOWLEDGED_WARNING,
  ACKNOWLEDGED_CRITICAL,
  RECTIFYING_WARNING,
  RECTIFYING_CRITICAL,
  PAUSED,
  RESOLVED,
  RESTATED;

  static final List<Place> RUNNING =
      List.of(
          OPEN_WARNING,
          OPEN_CRITICAL,
          ACKNOWLEDGED_WARNING,
          ACKNOWLEDGED_CRITICAL,
          RECTIFYING_WARNING,
          RECTIFYING_CRITICAL);

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
      case RECTIFYING -> warning ? RECTIFYING_WARNING : RECTIFYING_CRITICAL;
      case RESOLVED -> RESOLVED;
      case RESTATED -> RESTATED;
    };
  }

  /** The same without severity, as the diagram shows it. */
  String status() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_(warning|critical)$", "");
  }
}
