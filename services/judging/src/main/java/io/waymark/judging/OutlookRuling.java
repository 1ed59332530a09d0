package io.waymark.judging;

import io.waymark.judging.Rulebook.Outlook;

/** Applies a rulebook's outlook rule to a probability. */
final class OutlookRuling {
  private final Rulebook rulebook;
  private final Outlook rule;
  private final Trace trace;

  OutlookRuling(Rulebook rulebook, Outlook rule, Trace trace) {
    this.rulebook = rulebook;
    this.rule = rule;
    this.trace = trace;
  }

  /**
   * The light that counts after the dead band, with its arithmetic.
   *
   * @param of what the probability is of, for the arithmetic
   */
  Light settle(String of, double probability, Light position, Light before) {
    Light is = rule.light(probability, position);
    double worse = probability - rule.deadBand();
    Light settled = DeadBand.settle(before, is, rule.light(worse, position));
    trace.later(page -> add(page, of, probability, is));
    if (settled != is) {
      String strict =
          Levels.Scale.RATIO.of(probability)
              + " − "
              + Levels.Scale.RATIO.bound(rule.deadBand())
              + ": "
              + rule.bounds(worse);
      trace.add(
          "outlook", Words.DEAD_BAND, before.shape() + " → " + is.shape() + "; " + strict, settled);
    }
    return settled;
  }

  private void add(Trace page, String of, double probability, Light is) {
    page.add("outlook", Words.OUTLOOK, of + rule.bounds(probability) + " " + rulebook.pin(), is);
  }
}
