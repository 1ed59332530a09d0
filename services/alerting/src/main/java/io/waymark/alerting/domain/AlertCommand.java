package io.waymark.alerting.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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

  /**
   * A judgement of the past is no longer true of its day.
   *
   * @param judgementId the judgement that was restated
   * @param now what is now known of that day
   * @param before the overall light that was held
   * @param cause the late or corrected figure, in words
   */
  record JudgementRestated(
      String judgementId,
      Light before,
      Verdict now,
      Text cause,
      String eventId,
      Instant eventAt,
      Instant arrivedAt)
      implements AlertCommand {}

  /**
   * Which report a subject owes next.
   *
   * @param report null: none
   */
  record DutyTold(
      long version, @Nullable OwedReport report, String eventId, Instant eventAt, Instant arrivedAt)
      implements AlertCommand {}

  /** What a person, or a bureau's system, asks. */
  sealed interface ByHand extends AlertCommand {
    /** Who asks. */
    Actor actor();

    /** What they say. */
    String comment();
  }

  /**
   * Someone takes the alert.
   *
   * @param until the last day for which they take it; null for as long as the ladder grants
   */
  record Acknowledge(Actor actor, String comment, @Nullable LocalDate until) implements ByHand {}

  /** A catch-up plan: what will be done until when. */
  record PlanAction(Actor actor, String comment, LocalDate by) implements ByHand {}

  /** Names who has it in hand; empty for nobody in particular. */
  record Assign(Actor actor, String comment, String assignee) implements ByHand {}

  /** Says something. */
  record Comment(Actor actor, String comment) implements ByHand {}

  /** Ends it by hand, or seconds whoever asked to. */
  record Resolve(Actor actor, String comment) implements ByHand {}

  /** The time came on which something falls due. */
  record TimeCame() implements AlertCommand {}
}
