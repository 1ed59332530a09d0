package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertArchive.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was told; only ever appended to, and kept for as long as {@link Retention} says. */
public interface NotificationLog {
  /** Appends a line, once; false if it is there already. */
  boolean append(Notification line);

  /**
   * Lines, newest first.
   *
   * @param page the position's id is the last line's number
   */
  List<Notification> list(Filter filter, Page page);

  /**
   * Takes out lines that were told before a moment of the service clock, the oldest first.
   *
   * @return how many; fewer than {@code atMost} if no more are left
   */
  int forget(Instant before, int atMost);

  /**
   * Which lines; empty and null mean all.
   *
   * @param from the first moment, by the service clock
   * @param until the first moment that is no longer meant
   */
  record Filter(
      String bureauId,
      String recipient,
      String subjectId,
      String alertId,
      String channel,
      Notification.@Nullable Result outcome,
      @Nullable Instant from,
      @Nullable Instant until) {
    /** Every line. */
    public static final Filter ALL = new Filter("", "", "", "", "", null, null, null);

    /** Every line of one channel. */
    public static Filter of(String channel) {
      return new Filter("", "", "", "", channel, null, null, null);
    }
  }
}
