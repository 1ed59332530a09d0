package io.waymark.gateway.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with variables, such as {@code /api/v1/plans/{plan_id}/judgements}. A variable takes one
 * whole segment.
 */
public record PathTemplate(String text, List<String> segments) {

  /** Reads a template; only whole-segment variables without patterns are known. */
  public static PathTemplate parse(String text) {
    if (!text.startsWith("/") || text.contains("*") || text.contains("=")) {
      throw new IllegalArgumentException(
          text + " (expected: a path of plain segments and {variables})");
    }
    return new PathTemplate(text, List.of(text.substring(1).split("/", -1)));
  }

  /** The names of the variables, in order. */
  public List<String> variables() {
    return segments.stream().filter(PathTemplate::isVariable).map(PathTemplate::nameOf).toList();
  }

  /** The variables' values if the decoded segments fit, in order of the template. */
  public Optional<Map<String, String>> match(List<String> decoded) {
    if (decoded.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String expected = segments.get(i);
      String given = decoded.get(i);
      if (isVariable(expected) && !given.isEmpty()) {
        values.put(nameOf(expected), given);
      } else if (!expected.equals(given)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** How many segments are literal: the more, the closer the match. */
  int literals() {
    List<String> found = new ArrayList<>(segments);
    found.removeIf(PathTemplate::isVariable);
    return found.size();
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static String nameOf(String segment) {
    return segment.substring(1, segment.length() - 1);
  }
}
