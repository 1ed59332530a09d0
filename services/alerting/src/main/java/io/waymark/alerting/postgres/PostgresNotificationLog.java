package io.waymark.alerting.postgres;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertArchive.Position;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.NotificationLog;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The log in PostgreSQL; within a transaction if it is made for one. */
public final class PostgresNotificationLog implements NotificationLog {
  private final DSLContext db;

  public PostgresNotificationLog(DSLContext db) {
    this.db = db;
  }

  @Override
  public boolean append(Notification line) {
    return db.execute(
            """
            insert into notification_log (at, channel, notification_id, message_id, recipient, bureau_id, alert_ids,
              subject_ids, subject, attempt, outcome, answer)
            values (cast(? as timestamptz), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            Rows.time(line.at()),
            line.channel(),
            line.notificationId(),
            line.messageId(),
            line.recipient(),
            line.bureauId(),
            line.alertIds().toArray(String[]::new),
            line.subjectIds().toArray(String[]::new),
            line.subject(),
            line.attempt(),
            line.outcome().name(),
            line.answer())
        > 0;
  }

  @Override
  public List<Notification> list(Filter filter, Page page) {
    Condition which =
        equal("bureau_id", filter.bureauId())
            .and(equal("recipient", filter.recipient()))
            .and(equal("channel", filter.channel()))
            .and(equal("outcome", filter.outcome() == null ? "" : filter.outcome().name()))
            .and(among("subject_ids", filter.subjectId()))
            .and(among("alert_ids", filter.alertId()))
            .and(at(">=", filter.from()))
            .and(at("<", filter.until()))
            .and(before(page.after()));
    return db.fetch(
            "select * from notification_log where {0} order by number desc limit {1}",
            which, val(page.size()))
        .map(PostgresNotificationLog::line);
  }

  // The trigger lets go what is older than the moment named here, and nothing else.
  @Override
  public int forget(Instant before, int atMost) {
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      tx.execute("select set_config('waymark.forget_before', ?, true)", before.toString());
      return tx.execute(
          """
          with oldest as materialized (
            select number from notification_log where at < cast(? as timestamptz)
            order by at, number limit ? for update skip locked)
          delete from notification_log where number in (select number from oldest)
          """,
          Rows.time(before),
          atMost);
    });
  }

  /** The subjects of alerts, for a line that tells of them. */
  List<String> subjects(Collection<String> alertIds) {
    return db.fetch(
            "select distinct subject_id from alert where alert_id = any(?) order by subject_id",
            (Object) alertIds.toArray(String[]::new))
        .map(row -> Rows.text(row, "subject_id"));
  }

  private static Notification line(Record row) {
    return new Notification(
        Objects.requireNonNull(row.get("number", Long.class)),
        Rows.time(row, "at"),
        Rows.time(row, "recorded_at"),
        Rows.text(row, "channel"),
        Rows.text(row, "notification_id"),
        Rows.text(row, "message_id"),
        Rows.text(row, "recipient"),
        Rows.text(row, "bureau_id"),
        Rows.texts(row, "alert_ids"),
        Rows.texts(row, "subject_ids"),
        Rows.text(row, "subject"),
        Objects.requireNonNull(row.get("attempt", Integer.class)),
        Notification.Result.valueOf(Rows.text(row, "outcome")),
        Rows.text(row, "answer"));
  }

  private static Condition equal(String column, String value) {
    return value.isEmpty() ? noCondition() : condition(column + " = ?", value);
  }

  private static Condition among(String column, String value) {
    return value.isEmpty()
        ? noCondition()
        : condition(column + " @> cast(? as text[])", (Object) new String[] {value});
  }

  private static Condition at(String comparison, @Nullable Instant time) {
    return time == null
        ? noCondition()
        : condition("at " + comparison + " cast(? as timestamptz)", Rows.time(time));
  }

  private static Condition before(@Nullable Position last) {
    return last == null ? noCondition() : condition("number < ?", Long.parseLong(last.id()));
  }
}
