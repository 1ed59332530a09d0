package io.waymark.registry.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.refusals.Expectation;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with one input, so that its author learns all of it at once.
 */
final class Faults {
  private final List<Violation> violations;
  private final String path;

  Faults() {
    this(new ArrayList<>(), "");
  }

  private Faults(List<Violation> violations, String path) {
    this.violations = violations;
    this.path = path;
  }

  /** The same collection, for a part of the input such as "projects[3]". */
  Faults at(String part) {
    return new Faults(violations, path + part + ".");
  }

  void add(String field, String value, Expectation expected) {
    violations.add(new Violation(path + field, visible(value), expected));
  }

  void throwIfAny() {
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
  }

  /** Control characters would garble a terminal or a log line: shown as escapes. */
  private static String visible(String value) {
    if (value.chars().noneMatch(Character::isISOControl)) {
      return value;
    }
    StringBuilder shown = new StringBuilder();
    value
        .chars()
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            shown.append(String.format("\\u%04x", c));
          } else {
            shown.append((char) c);
          }
        });
    return shown.toString();
  }
}
