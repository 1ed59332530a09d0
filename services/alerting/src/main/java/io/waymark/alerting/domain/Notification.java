package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.List;

/**
 * One line of the log: who was told what, when, by which message, over which channel, with what
 * answer.
 *
 * @param number grows with each line; 0 before it is stored
 * @param at by the service clock
 * @param recordedAt by the system's clock
 * @param channel {@link #MAIL}, or a channel's name
 * @param notificationId names what was told to this recipient, over all attempts
 * @param messageId what the recipient knows it by: the mail's Message-ID, or the notification's id
 * @param recipient address; for other channels the host that it went to
 * @param subject subject line
 * @param attempt 1 for the first; 0 where a mail server reports later what became of a mail
 * @param answer what was said on the other side: the mail server's reply, the HTTP status; or what
 *     kept us from getting one
 */
public record Notification(
    long number,
    Instant at,
    Instant recordedAt,
    String channel,
    String notificationId,
    String messageId,
    String recipient,
    String bureauId,
    List<String> alertIds,
    List<String> subjectIds,
    String subject,
    int attempt,
    Result outcome,
    String answer) {
  /** Name of the channel that mails go over. */
  public static final String MAIL = "mail";

  /** How one attempt ended, or what was heard of it later. */
  public enum Result {
    /** The other side took it. */
    ACCEPTED,
    /** The other side said: not now. It is tried again. */
    PUT_OFF,
    /** Nobody answered. It is tried again. */
    UNREACHED,
    /** Refused for good, or tried for too long. */
    FAILED,
    /** A mail server further on reports that it still tries. */
    DELAYED,
    /** A mail server further on reports that it gave up. */
    BOUNCED
  }

  /** Copies its lists. */
  public Notification {
    alertIds = List.copyOf(alertIds);
    subjectIds = List.copyOf(subjectIds);
  }
}
