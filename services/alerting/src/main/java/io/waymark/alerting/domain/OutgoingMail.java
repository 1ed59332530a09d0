package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one recipient, written and ready to be stored.
 *
 * @param mailId {@link AlertIds#mail}; its Message-ID is made of it
 * @param transitionId the transition that it tells of
 * @param threadId Message-ID of the alert's first mail to this recipient; empty if this is the
 *     first
 * @param createdAt by the service clock
 * @param causeEventAt when the event happened that caused it, by the service clock
 * @param arrivedAt when that event arrived here, by the system's clock: the time to the mail is
 *     counted from here
 * @param alertIds every alert that it tells of, the first one included
 * @param picture the chart that the HTML shows; null if there is none
 * @param unsubscribe where one press ends mails like this one; empty where the mail must not be
 *     unsubscribed from, as an alert's
 */
public record OutgoingMail(
    String mailId,
    String messageId,
    String threadId,
    String alertId,
    String transitionId,
    String bureauId,
    String recipient,
    Language language,
    String subject,
    String text,
    String html,
    Instant createdAt,
    Instant causeEventAt,
    Instant arrivedAt,
    List<String> alertIds,
    @Nullable Picture picture,
    String unsubscribe) {
  /** Copies its list. */
  public OutgoingMail {
    alertIds = List.copyOf(alertIds);
  }

  /** A mail without a picture that nobody can unsubscribe from. */
  public OutgoingMail(
      String mailId,
      String messageId,
      String threadId,
      String alertId,
      String transitionId,
      String bureauId,
      String recipient,
      Language language,
      String subject,
      String text,
      String html,
      Instant createdAt,
      Instant causeEventAt,
      Instant arrivedAt,
      List<String> alertIds) {
    this(
        mailId,
        messageId,
        threadId,
        alertId,
        transitionId,
        bureauId,
        recipient,
        language,
        subject,
        text,
        html,
        createdAt,
        causeEventAt,
        arrivedAt,
        alertIds,
        null,
        "");
  }
}
