package io.waymark.alerting.domain;

import java.time.Instant;

/** What can be asked of an alert. */
public sealed interface AlertCommand {
  /**
   * A subject was judged.
   *
   * @param eventId the judgement's event
   * @param eventAt when that event happened, by the service clock
   * @param arrivedAt when the broker had it, by the system's clock
   */
  record SubjectJudged(Verdict verdict, String eventId, Instant eventAt, Instant arrivedAt)
      implements AlertCommand {
    /** A judgement that arrived when it was made. */
    public SubjectJudged(Verdict verdict, String eventId, Instant eventAt) {
      this(verdict, eventId, eventAt, eventAt);
    }
  }

  /** Someone takes the alert. */
  record Acknowledge(Actor actor, String comment) implements AlertCommand {}
}
