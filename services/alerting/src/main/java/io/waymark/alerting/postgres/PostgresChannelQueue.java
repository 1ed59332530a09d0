package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.ChannelQueue;
import io.waymark.alerting.domain.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The messages to channels that wait, in PostgreSQL; several senders share them. */
public final class PostgresChannelQueue implements ChannelQueue {
  private final DSLContext db;

  public PostgresChannelQueue(DSLContext db) {
    this.db = db;
  }

  // Whether an alert is over is read here and now: a standing message ends with its alert, however
  // that ended.
  @Override
  public List<DueMessage> claim(String channel, int atMost, Instant now, Duration lease) {
    return db.fetch(
            """
            with taken as (
              update channel_message set attempts = attempts + 1, next_attempt_at = cast(? as timestamptz)
              where message_id in (
                select message_id from channel_message
                where channel = ? and status in ('PENDING', 'STANDING') and next_attempt_at <= cast(? as timestamptz)
                order by next_attempt_at, queued_at limit ? for update skip locked)
              returning *)
            select taken.*, taken.ended or coalesce(a.status in ('RESOLVED', 'RESTATED'), false) as is_over
            from taken left join alert a on a.alert_id = taken.alert_id order by taken.queued_at, taken.message_id
            """,
            Rows.time(now.plus(lease)),
            channel,
            Rows.time(now),
            atMost)
        .map(PostgresChannelQueue::due);
  }

  private static DueMessage due(Record row) {
    return new DueMessage(
        ChannelRows.message(row),
        Objects.requireNonNull(row.get("attempts", Integer.class)),
        Rows.time(row, "queued_at"),
        Objects.requireNonNull(row.get("told", Boolean.class)),
        Objects.requireNonNull(row.get("is_over", Boolean.class)));
  }

  @Override
  public void record(DueMessage due, Outcome outcome, Instant at) {
    db.transaction(configuration -> {
      DSLContext tx = configuration.dsl();
      if (update(tx, due, outcome, at) > 0 && (!due.told() || due.over())) {
        new PostgresNotificationLog(tx).append(line(due, outcome, at));
      }
    });
  }

  // Whoever took the message after our lease ended has counted one more attempt; a message that was
  // superseded meanwhile
  // keeps what became of it.
  private static int update(DSLContext tx, DueMessage due, Outcome outcome, Instant at) {
    boolean taken = outcome.result() == Result.SENT || outcome.result() == Result.STANDING;
    return tx.execute(
        """
        update channel_message set status = ?, last_answer = ?, next_attempt_at = cast(? as timestamptz), unreached = ?,
          told = told or ?, sent_at = case when ? then cast(? as timestamptz) else sent_at end
        where message_id = ? and attempts = ? and status in ('PENDING', 'STANDING') and (not ended or ?)
        """,
        status(due, outcome.result()),
        outcome.answer(),
        Rows.time(outcome.next()),
        outcome.result() == Result.UNREACHED,
        taken,
        taken,
        Rows.time(at),
        due.message().messageId(),
        due.attempt(),
        due.over());
  }

  private static String status(DueMessage due, Result result) {
    return switch (result) {
      case SENT -> "SENT";
      case STANDING -> "STANDING";
      case PUT_OFF, UNREACHED -> due.told() && !due.over() ? "STANDING" : "PENDING";
      case FAILED -> "FAILED";
    };
  }

  private static Notification line(DueMessage due, Outcome outcome, Instant at) {
    ChannelMessage message = due.message();
    Notification.Result result =
        switch (outcome.result()) {
          case SENT, STANDING -> Notification.Result.ACCEPTED;
          case PUT_OFF -> Notification.Result.PUT_OFF;
          case UNREACHED -> Notification.Result.UNREACHED;
          case FAILED -> Notification.Result.FAILED;
        };
    return new Notification(
        0,
        at,
        at,
        message.channel(),
        message.messageId(),
        message.messageId(),
        outcome.recipient(),
        message.bureauId(),
        message.alertIds(),
        message.subjectIds(),
        message.subject(),
        due.attempt(),
        result,
        outcome.answer());
  }

  @Override
  public void retryUnreached(String channel, Instant now) {
    db.execute(
        """
        update channel_message set next_attempt_at = cast(? as timestamptz), unreached = false
        where channel = ? and status in ('PENDING', 'STANDING') and unreached and next_attempt_at > cast(? as timestamptz)
        """,
        Rows.time(now),
        channel,
        Rows.time(now));
  }
}
