package io.waymark.alerting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a bureau is to be told.
 *
 * @param alert the alert after the transition that it tells of
 * @param before what the mail before this one said; null if this is the first
 * @param causeEventAt when the event happened that caused it; the time to the mail is counted from
 *     here
 */
public record Notice(
    NoticeKind kind,
    Alert alert,
    Verdict verdict,
    @Nullable Told before,
    Instant at,
    Instant causeEventAt) {
  /**
   * A notice that had to wait, with the alert as it stood when it fell due.
   *
   * @param now the alert as it stands now
   * @param version the alert's version when the notice fell due
   * @param severity the alert's severity when the notice fell due
   */
  public static Notice thatWaited(
      NoticeKind kind,
      Alert now,
      long version,
      Severity severity,
      Verdict verdict,
      @Nullable Told before,
      Instant at,
      Instant causeEventAt) {
    Alert then = now.at(version, severity);
    String first = before == null ? then.transitionId() : before.firstTransitionId();
    Alert telling = then.telling(News.told(verdict, severity, first, at));
    return new Notice(kind, telling, verdict, before, at, causeEventAt);
  }
}
