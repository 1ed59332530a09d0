package io.waymark.alerting.domain;

import static io.waymark.alerting.domain.Action.ACKNOWLEDGED;
import static io.waymark.alerting.domain.Action.CONTINUED;
import static io.waymark.alerting.domain.Action.EASED;
import static io.waymark.alerting.domain.Action.ESCALATED;
import static io.waymark.alerting.domain.Action.OPENED;
import static io.waymark.alerting.domain.Action.PAUSED;
import static io.waymark.alerting.domain.Action.RESOLVED;
import static io.waymark.alerting.domain.Action.UPDATED;
import static io.waymark.alerting.domain.Place.ACKNOWLEDGED_CRITICAL;
import static io.waymark.alerting.domain.Place.ACKNOWLEDGED_WARNING;
import static io.waymark.alerting.domain.Place.NONE;
import static io.waymark.alerting.domain.Place.OPEN_CRITICAL;
import static io.waymark.alerting.domain.Place.OPEN_WARNING;

import java.util.List;

/** One step that an alert may take. Whatever is not in the table cannot happen. */
record Step(Place from, Action action, Place to) {
  static final List<Step> TABLE =
      List.of(
          new Step(NONE, OPENED, OPEN_WARNING),
          new Step(NONE, OPENED, OPEN_CRITICAL),
          new Step(OPEN_WARNING, ESCALATED, OPEN_CRITICAL),
          new Step(OPEN_WARNING, UPDATED, OPEN_WARNING),
          new Step(OPEN_WARNING, ACKNOWLEDGED, ACKNOWLEDGED_WARNING),
          new Step(OPEN_WARNING, PAUSED, Place.PAUSED),
          new Step(OPEN_WARNING, RESOLVED, Place.RESOLVED),
          new Step(OPEN_CRITICAL, EASED, OPEN_WARNING),
          new Step(OPEN_CRITICAL, UPDATED, OPEN_CRITICAL),
          new Step(OPEN_CRITICAL, ACKNOWLEDGED, ACKNOWLEDGED_CRITICAL),
          new Step(OPEN_CRITICAL, PAUSED, Place.PAUSED),
          new Step(OPEN_CRITICAL, RESOLVED, Place.RESOLVED),
          new Step(ACKNOWLEDGED_WARNING, ESCALATED, OPEN_CRITICAL),
          new Step(ACKNOWLEDGED_WARNING, UPDATED, ACKNOWLEDGED_WARNING),
          new Step(ACKNOWLEDGED_WARNING, ACKNOWLEDGED, ACKNOWLEDGED_WARNING),
          new Step(ACKNOWLEDGED_WARNING, PAUSED, Place.PAUSED),
          new Step(ACKNOWLEDGED_WARNING, RESOLVED, Place.RESOLVED),
          new Step(ACKNOWLEDGED_CRITICAL, EASED, ACKNOWLEDGED_WARNING),
          new Step(ACKNOWLEDGED_CRITICAL, UPDATED, ACKNOWLEDGED_CRITICAL),
          new Step(ACKNOWLEDGED_CRITICAL, ACKNOWLEDGED, ACKNOWLEDGED_CRITICAL),
          new Step(ACKNOWLEDGED_CRITICAL, PAUSED, Place.PAUSED),
          new Step(ACKNOWLEDGED_CRITICAL, RESOLVED, Place.RESOLVED),
          new Step(Place.PAUSED, ACKNOWLEDGED, Place.PAUSED),
          new Step(Place.PAUSED, CONTINUED, OPEN_WARNING),
          new Step(Place.PAUSED, CONTINUED, OPEN_CRITICAL),
          new Step(Place.PAUSED, CONTINUED, ACKNOWLEDGED_WARNING),
          new Step(Place.PAUSED, CONTINUED, ACKNOWLEDGED_CRITICAL),
          new Step(Place.PAUSED, RESOLVED, Place.RESOLVED),
          new Step(Place.RESOLVED, OPENED, OPEN_WARNING),
          new Step(Place.RESOLVED, OPENED, OPEN_CRITICAL));

  static Step taken(AlertState before, Action action, AlertState after) {
    Step step = new Step(Place.of(before.alert()), action, Place.of(after.alert()));
    if (!TABLE.contains(step)) {
      throw new IllegalStateException(
          "no such step: " + step + " (expected: one of the lifecycle's table)");
    }
    return step;
  }
}
