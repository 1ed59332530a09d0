package io.waymark.alerting.domain;

import java.time.Instant;

/** What can be asked of an alert. */
public sealed interface AlertCommand {
  /**
   * A subject was judged.
   *
   * @param eventId the judgement's event
   * @param eventAt when that event happened
   */
  record SubjectJudged(Verdict verdict, String eventId, Instant eventAt) implements AlertCommand {}

  /** Someone takes the alert. */
  record Acknowledge(Actor actor, String comment) implements AlertCommand {}
}
