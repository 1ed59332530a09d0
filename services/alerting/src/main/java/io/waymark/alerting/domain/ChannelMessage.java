package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.List;

/**
 * One message to one channel, written and ready to be stored.
 *
 * @param messageId {@link AlertIds#message}; the same at every attempt
 * @param channel the channel's name
 * @param subject one line that says what it is about
 * @param body what is sent, JSON
 * @param createdAt by the service clock
 * @param arrivedAt when the event that caused it arrived here, by the system's clock
 * @param standing set where the receiver forgets what is not repeated
 */
public record ChannelMessage(
    String messageId,
    String channel,
    String bureauId,
    List<String> alertIds,
    List<String> subjectIds,
    String subject,
    String body,
    Instant createdAt,
    Instant arrivedAt,
    Standing standing) {
  /**
   * How a message stands that has to be repeated until its alert is over. A later one about the
   * same alert takes its place; where it has another variant, the receiver is told that the earlier
   * one is over.
   *
   * @param alertId the one alert that it tells of; empty for a message that is sent once
   * @param variant what the receiver tells messages about the alert apart by, such as its severity
   */
  public record Standing(String alertId, String variant) {
    /** Sent once. */
    public static final Standing NOT = new Standing("", "");

    /** Whether it is repeated. */
    public boolean repeated() {
      return !alertId.isEmpty();
    }
  }

  /** Copies its lists. */
  public ChannelMessage {
    alertIds = List.copyOf(alertIds);
    subjectIds = List.copyOf(subjectIds);
  }
}
