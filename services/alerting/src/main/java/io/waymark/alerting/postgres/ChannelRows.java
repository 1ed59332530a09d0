package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.ChannelMessage.Standing;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Writes and reads messages to channels. */
final class ChannelRows {
  private ChannelRows() {}

  static void store(DSLContext tx, List<ChannelMessage> messages) {
    for (ChannelMessage message : messages) {
      supersede(tx, message);
      insert(tx, message);
    }
  }

  /**
   * A newer message takes the place of the earlier one about its alert. Where the receiver tells
   * them apart, the earlier one is sent once more, as over.
   */
  private static void supersede(DSLContext tx, ChannelMessage message) {
    if (message.standing().repeated()) {
      tx.execute(
          """
          update channel_message set
            status = case when told and variant <> ? then 'PENDING' else 'SUPERSEDED' end,
            ended = variant <> ?, next_attempt_at = clock_timestamp()
          where channel = ? and alert_id = ? and status in ('PENDING', 'STANDING') and alert_id <> '' and not ended
            and message_id <> ?
          """,
          message.standing().variant(),
          message.standing().variant(),
          message.channel(),
          message.standing().alertId(),
          message.messageId());
    }
  }

  private static void insert(DSLContext tx, ChannelMessage message) {
    tx.execute(
        """
        insert into channel_message (message_id, channel, bureau_id, alert_ids, subject_ids, subject, body, created_at,
          arrived_at, alert_id, variant)
        values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, ?)
        on conflict (message_id) do nothing
        """,
        message.messageId(),
        message.channel(),
        message.bureauId(),
        message.alertIds().toArray(String[]::new),
        message.subjectIds().toArray(String[]::new),
        message.subject(),
        message.body(),
        Rows.time(message.createdAt()),
        Rows.time(message.arrivedAt()),
        message.standing().alertId(),
        message.standing().variant());
  }

  static ChannelMessage message(Record row) {
    return new ChannelMessage(
        Rows.text(row, "message_id"),
        Rows.text(row, "channel"),
        Rows.text(row, "bureau_id"),
        Rows.texts(row, "alert_ids"),
        Rows.texts(row, "subject_ids"),
        Rows.text(row, "subject"),
        Rows.text(row, "body"),
        Rows.time(row, "created_at"),
        Rows.time(row, "arrived_at"),
        new Standing(Rows.text(row, "alert_id"), Rows.text(row, "variant")));
  }
}
