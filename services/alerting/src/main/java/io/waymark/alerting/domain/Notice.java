package io.waymark.alerting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau is to be told of one alert; one or more of them make a {@link Mailing}.
 *
 * @param alert the alert after the transition that it tells of
 * @param before what the mail before this one said; null if this is the first
 * @param causeEventAt when the event happened that caused it, by the service clock
 * @param arrivedAt when that event arrived here, by the system's clock
 * @param asked what is asked and what follows otherwise; null if nothing is asked
 * @param explanation the project's alert that explains this one; null if none does. What is
 *     explained is listed with its reason, and nothing is asked for it on its own
 */
public record Notice(
    NoticeKind kind,
    Alert alert,
    Verdict verdict,
    @Nullable Told before,
    Instant at,
    Instant causeEventAt,
    Instant arrivedAt,
    @Nullable Asked asked,
    @Nullable Explanation explanation) {
  /** A notice that asks nothing and is not explained by another alert. */
  public Notice(
      NoticeKind kind,
      Alert alert,
      Verdict verdict,
      @Nullable Told before,
      Instant at,
      Instant causeEventAt,
      Instant arrivedAt) {
    this(kind, alert, verdict, before, at, causeEventAt, arrivedAt, null, null);
  }

  /** The same notice with what is asked. */
  public Notice asking(@Nullable Asked what) {
    return new Notice(kind, alert, verdict, before, at, causeEventAt, arrivedAt, what, explanation);
  }

  /** The same notice, explained by another alert. */
  public Notice explained(@Nullable Explanation by) {
    return new Notice(kind, alert, verdict, before, at, causeEventAt, arrivedAt, asked, by);
  }

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
      Instant causeEventAt,
      Instant arrivedAt) {
    Alert then = now.at(version, severity);
    String first = before == null ? then.transitionId() : before.firstTransitionId();
    Alert telling = then.telling(News.told(verdict, severity, first, at));
    return new Notice(kind, telling, verdict, before, at, causeEventAt, arrivedAt);
  }
}
