package io.waymark.indicator.postgres;

/**
 * What judging tells of itself: judged is at least announced; the difference is verdicts that were
 * no news.
 */
public interface JudgingMetrics {
  /** Tells nobody. */
  JudgingMetrics NONE = (judged, announced) -> {};

  /** {@code judged} subjects were judged; {@code announced} of them had a new verdict. */
  void judged(int judged, int announced);
}
