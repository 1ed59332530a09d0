package io.waymark.alerting.domain;

import java.time.Instant;

/**
 * What happened to a subject's alert; {@link AlertLifecycle#evolve} is the one way in which state
 * changes.
 */
public sealed interface AlertEvent {
  /** A verdict was taken in; by itself it moves nothing but the words of a live alert. */
  record Noted(Verdict verdict) implements AlertEvent {}

  /** A new record was raised. */
  record Opened(
      String alertId, Severity severity, Verdict verdict, String previousAlertId, Instant at)
      implements AlertEvent {}

  /** It became graver; whoever had taken the lesser one must take it anew. */
  record Escalated() implements AlertEvent {}

  /** It became less grave. */
  record Eased() implements AlertEvent {}

  /** As grave as before, but the verdict has moved so far that the bureau is told again. */
  record Updated() implements AlertEvent {}

  /** The subject's clock was stopped by approval. */
  record Paused() implements AlertEvent {}

  /** The subject's clock runs again. */
  record Continued() implements AlertEvent {}

  /** The subject is back on track. */
  record Resolved(Instant at) implements AlertEvent {}

  /** Someone took it. */
  record Acknowledged(Actor actor, String comment) implements AlertEvent {}

  /** The bureau is to be told of the transition just made. */
  record MailDue(NoticeKind kind, Verdict verdict, Instant at) implements AlertEvent {}
}
