package io.waymark.alerting.domain;

import static io.waymark.alerting.domain.Place.ACKNOWLEDGED_CRITICAL;
import static io.waymark.alerting.domain.Place.ACKNOWLEDGED_WARNING;
import static io.waymark.alerting.domain.Place.NONE;
import static io.waymark.alerting.domain.Place.OPEN_CRITICAL;
import static io.waymark.alerting.domain.Place.OPEN_WARNING;
import static io.waymark.alerting.domain.Place.RECTIFYING_CRITICAL;
import static io.waymark.alerting.domain.Place.RECTIFYING_WARNING;

import java.util.ArrayList;
import java.util.List;

/** One step that an alert may take. Whatever is not in the table cannot happen. */
record Step(Place from, Action action, Place to) {
  static final List<Step> TABLE = table();

  private static List<Step> table() {
    List<Step> table = new ArrayList<>();
    for (Place from : List.of(NONE, Place.RESOLVED, Place.RESTATED)) {
      add(table, from, Action.OPENED, OPEN_WARNING, OPEN_CRITICAL);
    }
    severity(table);
    hands(table);
    for (Place place : Place.RUNNING) {
      add(table, place, Action.UPDATED, place);
      add(table, place, Action.CLIMBED, place);
      add(table, place, Action.OVERDUE, place);
      add(table, place, Action.PAUSED, Place.PAUSED);
      add(table, Place.PAUSED, Action.CONTINUED, place);
      everywhere(table, place);
    }
    everywhere(table, Place.PAUSED);
    add(table, Place.PAUSED, Action.ACKNOWLEDGED, Place.PAUSED);
    add(table, Place.PAUSED, Action.PLANNED, Place.PAUSED);
    add(table, Place.RESOLVED, Action.RESTATED, Place.RESTATED);
    add(table, Place.RESTATED, Action.RESTATED, Place.RESTATED);
    return List.copyOf(table);
  }

  private static void severity(List<Step> table) {
    add(table, OPEN_WARNING, Action.ESCALATED, OPEN_CRITICAL);
    add(table, ACKNOWLEDGED_WARNING, Action.ESCALATED, OPEN_CRITICAL, ACKNOWLEDGED_CRITICAL);
    add(table, RECTIFYING_WARNING, Action.ESCALATED, OPEN_CRITICAL, RECTIFYING_CRITICAL);
    add(table, OPEN_CRITICAL, Action.EASED, OPEN_WARNING);
    add(table, ACKNOWLEDGED_CRITICAL, Action.EASED, ACKNOWLEDGED_WARNING);
    add(table, RECTIFYING_CRITICAL, Action.EASED, RECTIFYING_WARNING);
  }

  private static void hands(List<Step> table) {
    pair(table, OPEN_WARNING, ACKNOWLEDGED_WARNING, RECTIFYING_WARNING);
    pair(table, OPEN_CRITICAL, ACKNOWLEDGED_CRITICAL, RECTIFYING_CRITICAL);
  }

  private static void pair(List<Step> table, Place open, Place taken, Place planned) {
    add(table, open, Action.ACKNOWLEDGED, taken);
    add(table, taken, Action.ACKNOWLEDGED, taken);
    add(table, planned, Action.ACKNOWLEDGED, planned);
    add(table, open, Action.PLANNED, planned);
    add(table, taken, Action.PLANNED, planned);
    add(table, planned, Action.PLANNED, planned);
    add(table, taken, Action.LAPSED, open);
    add(table, planned, Action.PLAN_MISSED, open);
    add(table, open, Action.REMINDED, open);
  }

  private static void everywhere(List<Step> table, Place place) {
    add(table, place, Action.RESOLVED, Place.RESOLVED, Place.RESTATED);
    add(table, place, Action.RESOLVED_BY_HAND, Place.RESOLVED, Place.RESTATED);
    add(table, place, Action.ASSIGNED, place);
    add(table, place, Action.COMMENTED, place);
    add(table, place, Action.PROPOSED, place);
    add(table, place, Action.RESTATED, place);
  }

  private static void add(List<Step> table, Place from, Action action, Place... to) {
    for (Place place : to) {
      table.add(new Step(from, action, place));
    }
  }

  static Step taken(AlertState before, Action action, AlertState after) {
    Step step = new Step(Place.of(before.alert()), action, Place.of(after.alert()));
    if (!TABLE.contains(step)) {
      throw new IllegalStateException(
          "no such step: " + step + " (expected: one of the lifecycle's table)");
    }
    return step;
  }
}
