package io.waymark.gateway.rest;

import io.waymark.refusals.Expectation;
import java.util.Map;

/**
 * One thing that was wrong with a request: where, what was given, what is expected.
 *
 * @param reason the stable reason of a service, by which the expectation is said in the reader's
 *     language; empty if there is none
 * @param metadata what belongs to the reason, by name
 */
record Fault(
    String field, String value, String expectation, String reason, Map<String, String> metadata) {
  private static final int LONGEST_VALUE = 200;

  Fault {
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
    metadata = Map.copyOf(metadata);
  }

  /** A fault that this door found itself. */
  Fault(String field, String value, Expectation expectation) {
    this(field, value, expectation.toString(), expectation.reason(), expectation.metadata());
  }

  @Override
  public String toString() {
    return field + ": " + value + " (expected: " + expectation + ")";
  }
}
