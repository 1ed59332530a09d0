package io.waymark.judging;

import org.jspecify.annotations.Nullable;

/**
 * One judgement beside what came of it.
 *
 * @param series what it is about; judgements of one series err together
 * @param years how far ahead it was made
 * @param said the probability 0..1 that it gave
 * @param met whether the target was met
 * @param within80 whether its 80 % interval held the outcome
 * @param within90 the same of its 90 % interval; null if that one was not kept
 * @param simulated a simulated figure went in, or is the outcome
 */
public record Checked(
    String series,
    int years,
    double said,
    boolean met,
    boolean within80,
    @Nullable Boolean within90,
    boolean simulated) {
  public Checked {
    if (!(said >= 0 && said <= 1)) {
      throw new IllegalArgumentException("said: " + said + " (expected: 0..1)");
    }
  }

  double error() {
    double off = said - (met ? 1 : 0);
    return off * off;
  }
}
