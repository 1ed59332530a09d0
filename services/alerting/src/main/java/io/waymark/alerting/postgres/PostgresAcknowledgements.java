package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.Acknowledgements;
import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.outbox.PostgresOutbox;
import org.jooq.DSLContext;

/** Gives each acknowledgement a transaction of its own. */
public final class PostgresAcknowledgements implements Acknowledgements {
  private final DSLContext db;
  private final PostgresOutbox outbox;
  private final AlertDesk desk;

  public PostgresAcknowledgements(DSLContext db, PostgresOutbox outbox, AlertDesk desk) {
    this.db = db;
    this.outbox = outbox;
    this.desk = desk;
  }

  @Override
  public Alert acknowledge(String alertId, Actor actor, boolean anyBureau, String comment) {
    return db.transactionResult(configuration ->
        desk.acknowledge(
            new PostgresAlertStore(configuration.dsl(), outbox),
            alertId,
            actor,
            anyBureau,
            comment));
  }
}
