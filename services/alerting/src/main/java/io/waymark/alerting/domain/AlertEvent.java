package io.waymark.alerting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a subject's alert; {@link AlertLifecycle#evolve} is the one way in which state
 * changes.
 */
public sealed interface AlertEvent {
  /** A verdict was taken in; by itself it moves nothing but the words of a live alert. */
  record Noted(Verdict verdict) implements AlertEvent {}

  /**
   * A new record was raised.
   *
   * @param overdue the report that did not come; null if that is not why
   */
  record Opened(
      String alertId,
      Severity severity,
      Concern concern,
      Verdict verdict,
      String previousAlertId,
      int relapses,
      Instant at,
      @Nullable OwedReport overdue)
      implements AlertEvent {}

  /** It was told, or seen, how a report that is owed stands; by itself it moves nothing. */
  record Owes(Owing owing) implements AlertEvent {}

  /** A report did not come in time. */
  record Overdue(OwedReport report) implements AlertEvent {}

  /** The report that was overdue came, or is not owed any more; by itself it moves nothing. */
  record ReportCame() implements AlertEvent {}

  /** It became graver; whoever had taken the lesser one must take it anew. */
  record Escalated(Instant at) implements AlertEvent {}

  /** It became less grave. */
  record Eased() implements AlertEvent {}

  /** As grave as before, but the verdict has moved so far that the bureau is told again. */
  record Updated() implements AlertEvent {}

  /** The subject's clock was stopped by approval. */
  record Paused(Instant at) implements AlertEvent {}

  /** The subject's clock runs again. */
  record Continued(Instant at) implements AlertEvent {}

  /** Verdicts are good, but after a relapse a recovery must hold; null: they are bad again. */
  record Recovering(@Nullable Instant since) implements AlertEvent {}

  /** The subject is back on track. */
  record Resolved(Instant at) implements AlertEvent {}

  /** Someone took it. */
  record Acknowledged(Actor actor, String comment, Instant until) implements AlertEvent {}

  /** The time for which it was taken is over. */
  record Lapsed(Instant at) implements AlertEvent {}

  /** A catch-up plan came into force. */
  record Planned(Actor actor, String text, LocalDate by) implements AlertEvent {}

  /** The plan's date passed without recovery. */
  record PlanMissed(Instant at) implements AlertEvent {}

  /** It was given to somebody. */
  record Assigned(Actor actor, String assignee) implements AlertEvent {}

  /** Somebody said something. */
  record Commented(Actor actor) implements AlertEvent {}

  /** Nobody has taken it: the bureau was reminded. */
  record Reminded(Instant at) implements AlertEvent {}

  /** The ladder climbed; the last of the rungs is the one that is told. */
  record Climbed(List<String> rungs, Instant at) implements AlertEvent {}

  /** Somebody would end it by hand; a second person must agree. */
  record Proposed(Actor actor, String reason) implements AlertEvent {}

  /** It was ended by hand. */
  record ResolvedByHand(Actor actor, Instant at) implements AlertEvent {}

  /** What it stood on is no longer true of its day. */
  record Restated(Care.Restatement restatement) implements AlertEvent {}

  /**
   * The bureau is to be told of the transition just made.
   *
   * @param rung the ladder's rung that it tells of; empty if none
   */
  record MailDue(NoticeKind kind, Verdict verdict, Instant at, String rung) implements AlertEvent {
    MailDue(NoticeKind kind, Verdict verdict, Instant at) {
      this(kind, verdict, at, "");
    }
  }
}
