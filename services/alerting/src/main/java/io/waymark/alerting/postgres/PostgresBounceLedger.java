package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.Bounce;
import io.waymark.alerting.domain.BounceLedger;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.OutgoingMail;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Notes bounces with the mails that they speak of. */
public final class PostgresBounceLedger implements BounceLedger {
  private final DSLContext db;

  public PostgresBounceLedger(DSLContext db) {
    this.db = db;
  }

  @Override
  public Entry note(Bounce bounce, Instant at) {
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      return find(tx, bounce).map(mail -> note(tx, mail, bounce, at)).orElse(Entry.NONE);
    });
  }

  /** Whoever forges a report has to know the Message-ID and whom the mail went to. */
  private static Optional<OutgoingMail> find(DSLContext tx, Bounce bounce) {
    Optional<Record> found =
        bounce.messageId().isEmpty()
            ? Optional.empty()
            : tx.fetchOptional(
                "select * from mail where message_id = ? for update", bounce.messageId());
    return found
        .map(Rows::mail)
        .filter(mail -> bounce.recipients().stream().anyMatch(mail.recipient()::equalsIgnoreCase));
  }

  private static Entry note(DSLContext tx, OutgoingMail mail, Bounce bounce, Instant at) {
    boolean gaveUp = bounce.action() == Bounce.Action.FAILED;
    PostgresNotificationLog log = new PostgresNotificationLog(tx);
    boolean fresh =
        log.append(
            PostgresMailQueue.line(
                mail,
                log.subjects(mail.alertIds()),
                0,
                gaveUp ? Notification.Result.BOUNCED : Notification.Result.DELAYED,
                bounce.said(),
                at));
    if (fresh && gaveUp) {
      tx.execute(
          "update mail set status = 'FAILED', last_answer = ?, unreached = false where mail_id = ?",
          "bounced: " + bounce.said(),
          mail.mailId());
    }
    return new Entry(mail.mailId(), fresh);
  }
}
