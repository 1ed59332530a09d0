package io.waymark.refusals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Particulars of a reason by their names. */
final class Particulars {
  private Particulars() {}

  static Map<String, String> of(String reason, List<String> names, Object... values) {
    if (names.size() != values.length) {
      throw new IllegalArgumentException(
          reason + ": " + values.length + " particulars (expected: " + names + ")");
    }
    Map<String, String> particulars = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      particulars.put(names.get(i), String.valueOf(values[i]));
    }
    return particulars;
  }
}
