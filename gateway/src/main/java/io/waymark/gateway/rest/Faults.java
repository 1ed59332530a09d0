package io.waymark.gateway.rest;

import com.google.gson.JsonElement;
import io.waymark.refusals.Expectation;
import java.util.ArrayList;
import java.util.List;

/** The faults found so far in one request. */
final class Faults {
  private final List<Fault> found = new ArrayList<>();

  void add(String field, JsonElement value, Expectation expectation) {
    add(field, given(value), expectation);
  }

  void add(String field, String value, Expectation expectation) {
    found.add(new Fault(field, value, expectation));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ProblemException(Problem.invalid(List.copyOf(found)));
    }
  }

  /** A JSON value as a reader would write it: text without its quotes. */
  static String given(JsonElement value) {
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }
}
