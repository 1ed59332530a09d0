package io.waymark.chassis.failure;

import io.waymark.refusals.Expectation;

/**
 * One thing that was wrong with one item of a command.
 *
 * @param field path of the field, for example "percent_complete"
 * @param value what was given, for example "130"; empty if nothing was
 * @param expected what is expected, for example 0..100
 */
public record Violation(String field, String value, Expectation expected) {
  private static final int LONGEST_VALUE = 200;

  /** Cuts a value that is too long to be shown. */
  public Violation {
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }

  /** What is expected, in English. */
  public String expectation() {
    return expected.toString();
  }

  /** Such as {@code 130 (expected: 0..100)}. */
  public String description() {
    return value + " (expected: " + expected + ")";
  }

  /** Such as {@code percent_complete: 130 (expected: 0..100)}. */
  @Override
  public String toString() {
    return field + ": " + description();
  }
}
