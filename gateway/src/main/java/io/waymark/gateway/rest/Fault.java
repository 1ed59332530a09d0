package io.waymark.gateway.rest;

/** One thing that was wrong with a request: where, what was given, what is expected. */
record Fault(String field, String value, String expectation) {
  private static final int LONGEST_VALUE = 200;

  Fault {
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE) + "…";
    }
  }

  @Override
  public String toString() {
    return field + ": " + value + " (expected: " + expectation + ")";
  }
}
