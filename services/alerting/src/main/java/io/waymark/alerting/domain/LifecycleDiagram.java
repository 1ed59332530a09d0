package io.waymark.alerting.domain;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Draws the table of steps, so that the picture in the documentation cannot differ from the code.
 * Places that differ in severity only are one box; what leads nowhere else is left to the table
 * below it.
 */
final class LifecycleDiagram {
  private LifecycleDiagram() {}

  static String mermaid() {
    Map<String, Set<String>> arrows = new LinkedHashMap<>();
    for (Step step : Step.TABLE) {
      String from = box(step.from());
      String to = box(step.to());
      boolean severity = step.action() == Action.ESCALATED || step.action() == Action.EASED;
      if (!from.equals(to) || severity) {
        arrows
            .computeIfAbsent(from + " --> " + to, arrow -> new LinkedHashSet<>())
            .add(step.action().wireName());
      }
    }
    return arrows.entrySet().stream()
        .map(arrow -> "  " + arrow.getKey() + ": " + String.join(", ", arrow.getValue()))
        .collect(joining("\n", "stateDiagram-v2\n", "\n"));
  }

  private static String box(Place place) {
    return place == Place.NONE ? "[*]" : place.status();
  }
}
