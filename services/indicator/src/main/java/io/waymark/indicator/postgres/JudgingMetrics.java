package io.waymark.indicator.postgres;

/**
 * What judging tells of itself: judged is at least announced; the difference is verdicts that were
 * no news. Past dates count apart: those that a late figure made the service look at again are at
 * least those that were restated.
 */
public interface JudgingMetrics {
  /** Tells nobody. */
  JudgingMetrics NONE =
      new JudgingMetrics() {
        @Override
        public void judged(int judged, int announced) {}

        @Override
        public void restated(int lookedAt, int restated) {}
      };

  /** {@code judged} subjects were judged; {@code announced} of them had a new verdict. */
  void judged(int judged, int announced);

  /**
   * {@code lookedAt} verdicts on past dates were judged anew because of a late or corrected figure;
   * {@code restated} of them differ.
   */
  void restated(int lookedAt, int restated);
}
