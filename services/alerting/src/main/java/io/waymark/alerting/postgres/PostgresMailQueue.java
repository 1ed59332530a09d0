package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.MailQueue;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.OutgoingMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The mails that wait, in PostgreSQL; several mailers share them without waiting for each other.
 */
public final class PostgresMailQueue implements MailQueue {
  private final DSLContext db;

  public PostgresMailQueue(DSLContext db) {
    this.db = db;
  }

  // A lease rather than a row lock: a slow mail server must not keep a transaction open.
  @Override
  public List<DueMail> claim(int atMost, Instant now, Duration lease) {
    return db.fetch(
            """
            with taken as (
              update mail set attempts = attempts + 1, next_attempt_at = cast(? as timestamptz)
              where mail_id in (
                select mail_id from mail where status = 'PENDING' and next_attempt_at <= cast(? as timestamptz)
                order by next_attempt_at limit ? for update skip locked)
              returning *)
            select taken.*, mail_picture.png from taken left join mail_picture using (picture_id)
            """,
            Rows.time(now.plus(lease)),
            Rows.time(now),
            atMost)
        .map(PostgresMailQueue::due);
  }

  private static DueMail due(Record row) {
    int attempt = Objects.requireNonNull(row.get("attempts", Integer.class));
    return new DueMail(Rows.mail(row), attempt, Rows.time(row, "queued_at"));
  }

  @Override
  public void record(DueMail mail, Outcome outcome, Instant at) {
    db.transaction(configuration -> {
      DSLContext tx = configuration.dsl();
      if (update(tx, mail, outcome, at) > 0) {
        PostgresNotificationLog notes = new PostgresNotificationLog(tx);
        List<String> subjects = notes.subjects(mail.mail().alertIds());
        notes.append(
            line(mail.mail(), subjects, mail.attempt(), result(outcome), outcome.answer(), at));
      }
    });
  }

  static Notification line(
      OutgoingMail mail,
      List<String> subjects,
      int attempt,
      Notification.Result outcome,
      String answer,
      Instant at) {
    return new Notification(
        0,
        at,
        at,
        Notification.MAIL,
        mail.mailId(),
        mail.messageId(),
        mail.recipient(),
        mail.bureauId(),
        mail.alertIds(),
        subjects,
        mail.subject(),
        attempt,
        outcome,
        answer);
  }

  private static int update(DSLContext tx, DueMail mail, Outcome outcome, Instant at) {
    String id = mail.mail().mailId();
    return switch (outcome) {
      case Outcome.Sent sent ->
          tx.execute(
              "update mail set status = 'SENT', last_answer = ?, sent_at = cast(? as timestamptz), unreached = false"
                  + MINE,
              sent.answer(),
              Rows.time(at),
              id,
              mail.attempt());
      case Outcome.TryAgain again ->
          tx.execute(
              "update mail set last_answer = ?, next_attempt_at = cast(? as timestamptz), unreached = ?"
                  + MINE,
              again.answer(),
              Rows.time(again.at()),
              again.unreached(),
              id,
              mail.attempt());
      case Outcome.Failed failed ->
          tx.execute(
              "update mail set status = 'FAILED', last_answer = ?, unreached = false" + MINE,
              failed.answer(),
              id,
              mail.attempt());
    };
  }

  // Whoever took the mail after our lease ended has counted one more attempt.
  private static final String MINE = " where mail_id = ? and attempts = ? and status = 'PENDING'";

  private static Notification.Result result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent sent -> Notification.Result.ACCEPTED;
      case Outcome.TryAgain again ->
          again.unreached() ? Notification.Result.UNREACHED : Notification.Result.PUT_OFF;
      case Outcome.Failed failed -> Notification.Result.FAILED;
    };
  }

  @Override
  public void retryUnreached(Instant now) {
    db.execute(
        """
        update mail set next_attempt_at = cast(? as timestamptz), unreached = false
        where status = 'PENDING' and unreached and next_attempt_at > cast(? as timestamptz)
        """,
        Rows.time(now),
        Rows.time(now));
  }
}
