package io.waymark.judging;

/** The logarithm of a number of days, remembered: many projects are asked about the same day. */
final class LogDays {
  private double days = 1;
  private double log;

  double of(double wanted) {
    if (wanted != days) {
      days = wanted;
      log = StrictMath.log(wanted);
    }
    return log;
  }
}
