package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Messages that wait to be sent over channels; its times are the system's, as in {@link MailQueue}.
 */
public interface ChannelQueue {
  /**
   * Takes due messages of a channel, the longest due first, and keeps them from others until the
   * lease ends.
   */
  List<DueMessage> claim(String channel, int atMost, Instant now, Duration lease);

  /**
   * Notes what was answered, with the message and in the {@link NotificationLog}; ignored if
   * someone else has taken the message since. A repetition is no news and is not in the log.
   *
   * @param at by the service clock
   */
  void record(DueMessage message, Outcome outcome, Instant at);

  /** Makes the channel's messages due that wait only because it could not be reached. */
  void retryUnreached(String channel, Instant now);

  /**
   * A message to be sent now.
   *
   * @param attempt 1 for the first
   * @param queuedAt when it was stored, by the system's clock
   * @param told whether the receiver has taken it before: this is a repetition
   * @param over whether what it tells of is over
   */
  record DueMessage(
      ChannelMessage message, int attempt, Instant queuedAt, boolean told, boolean over) {}

  /**
   * What became of one attempt.
   *
   * @param recipient the host that it went to
   */
  record Outcome(Result result, String recipient, String answer, Instant next) {}

  /** How an attempt ended. */
  enum Result {
    /** Taken. */
    SENT,
    /** Taken, and to be repeated at {@code next}. */
    STANDING,
    /** To be tried again at {@code next}. */
    PUT_OFF,
    /** To be tried again at {@code next}, or when the receiver is back. */
    UNREACHED,
    /** Given up. */
    FAILED
  }
}
