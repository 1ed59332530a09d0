package io.waymark.alerting.domain;

import static java.util.stream.Collectors.joining;

/**
 * Draws the table of steps, so that the picture in the documentation cannot differ from the code.
 */
final class LifecycleDiagram {
  private LifecycleDiagram() {}

  static String mermaid() {
    return Step.TABLE.stream()
        .map(LifecycleDiagram::arrow)
        .collect(joining("\n", "stateDiagram-v2\n", "\n"));
  }

  private static String arrow(Step step) {
    return "  %s --> %s: %s"
        .formatted(place(step.from()), place(step.to()), step.action().wireName());
  }

  private static String place(Place place) {
    return place == Place.NONE ? "[*]" : place.label();
  }
}
