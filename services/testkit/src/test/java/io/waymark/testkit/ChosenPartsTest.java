package io.waymark.testkit;

/** On what {@code -Dinfra} chose. */
class ChosenPartsTest extends RealPartsContract {
  ChosenPartsTest(Parts parts) {
    super(parts);
  }
}
