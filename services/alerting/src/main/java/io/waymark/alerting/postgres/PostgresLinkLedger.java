package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.PlanAction;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.LinkLedger;
import io.waymark.outbox.PostgresOutbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;

/** The used links in PostgreSQL, and the keys that links are signed with. */
public final class PostgresLinkLedger implements LinkLedger {
  private static final int KEY_BYTES = 32;

  private final DSLContext db;
  private final PostgresOutbox outbox;
  private final AlertDesk desk;
  private final InstantSource clock;

  /**
   * Creates a ledger.
   *
   * @param clock the service clock
   */
  public PostgresLinkLedger(
      DSLContext db, PostgresOutbox outbox, AlertDesk desk, InstantSource clock) {
    this.db = db;
    this.outbox = outbox;
    this.desk = desk;
    this.clock = clock;
  }

  /** The keys of a database, the newest first; one is made where there is none. */
  public static List<byte[]> keys(DSLContext db) {
    List<byte[]> keys = read(db);
    if (!keys.isEmpty()) {
      return keys;
    }
    byte[] fresh = new byte[KEY_BYTES];
    new java.security.SecureRandom().nextBytes(fresh);
    db.transaction(configuration -> {
      DSLContext tx = configuration.dsl();
      tx.execute("lock table link_key in exclusive mode");
      tx.execute(
          "insert into link_key (secret) select ? where not exists (select from link_key)", fresh);
    });
    return read(db);
  }

  private static List<byte[]> read(DSLContext db) {
    return db.fetch("select secret from link_key order by key_id desc")
        .map(row -> Objects.requireNonNull(row.get("secret", byte[].class)));
  }

  @Override
  public Optional<Instant> used(String linkId) {
    return db.fetchOptional("select used_at from link_use where link_id = ?", linkId)
        .map(row -> Rows.time(row, "used_at"));
  }

  @Override
  public Optional<Alert> alert(String alertId) {
    return new PostgresAlertArchive(db).alert(alertId);
  }

  @Override
  public Instant use(Use use) {
    Instant now = clock.instant();
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      int fresh =
          tx.execute(
              """
              insert into link_use (link_id, action, subject_id, recipient, used_at)
              values (?, ?, ?, ?, cast(? as timestamptz)) on conflict do nothing
              """,
              use.linkId(),
              use.action().name(),
              use.subjectId(),
              use.actor().name(),
              Rows.time(now));
      if (fresh > 0) {
        act(tx, use, now);
      }
      return now;
    });
  }

  private void act(DSLContext tx, Use use, Instant now) {
    PostgresAlertStore store = new PostgresAlertStore(tx, outbox);
    switch (use.action()) {
      case ACKNOWLEDGE ->
          desk.obey(
              store, use.subjectId(), new Acknowledge(use.actor(), use.comment(), null), false);
      case PLAN ->
          desk.obey(
              store,
              use.subjectId(),
              new PlanAction(
                  use.actor(), use.comment(), Objects.requireNonNull(use.by(), "a plan's date")),
              false);
      case UNSUBSCRIBE ->
          tx.execute(
              """
              insert into digest_ended (recipient, bureau_id, at) values (?, ?, cast(? as timestamptz))
              on conflict do nothing
              """,
              use.actor().name(),
              use.subjectId(),
              Rows.time(now));
    }
  }
}
