package io.waymark.alerting.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is held of one subject.
 *
 * @param judgementVersion version of the last judgement that was taken in; 0 before the first
 * @param alert the subject's latest alert, resolved or not; null if there never was one
 */
public record AlertState(SubjectKey subject, long judgementVersion, @Nullable Alert alert) {
  /** A subject of which nothing is held yet. */
  public static AlertState of(SubjectKey subject) {
    return new AlertState(subject, 0, null);
  }

  /** The alert that someone must handle now, or null if there is none. */
  @Nullable Alert live() {
    return alert == null || alert.status() == AlertStatus.RESOLVED ? null : alert;
  }
}
