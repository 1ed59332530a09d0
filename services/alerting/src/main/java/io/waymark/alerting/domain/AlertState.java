package io.waymark.alerting.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is held of one subject.
 *
 * @param judgementVersion version of the last judgement that was taken in; 0 before the first
 * @param alert the subject's latest alert, resolved or not; null if there never was one
 * @param verdict the last judgement that was taken in; null before the first
 * @param owing which report it owes next
 */
public record AlertState(
    SubjectKey subject,
    long judgementVersion,
    @Nullable Alert alert,
    @Nullable Verdict verdict,
    Owing owing) {
  /** A subject of which nothing is held yet. */
  public static AlertState of(SubjectKey subject) {
    return new AlertState(subject, 0, null, null, Owing.NOTHING);
  }

  /** The alert that someone must handle now, or null if there is none. */
  public @Nullable Alert live() {
    return alert == null || !alert.status().live() ? null : alert;
  }

  AlertState with(Alert newAlert) {
    return new AlertState(subject, judgementVersion, newAlert, verdict, owing);
  }

  AlertState with(Owing newOwing) {
    return new AlertState(subject, judgementVersion, alert, verdict, newOwing);
  }
}
