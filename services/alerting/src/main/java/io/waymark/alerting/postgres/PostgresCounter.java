package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.Counter;
import io.waymark.outbox.PostgresOutbox;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/** Gives each piece of work a transaction of its own. */
public final class PostgresCounter implements Counter {
  private final DSLContext db;
  private final PostgresOutbox outbox;
  private final AlertDesk desk;

  public PostgresCounter(DSLContext db, PostgresOutbox outbox, AlertDesk desk) {
    this.db = db;
    this.outbox = outbox;
    this.desk = desk;
  }

  @Override
  public <T> T work(BiFunction<AlertDesk, AlertStore, T> piece) {
    return db.transactionResult(
        configuration -> piece.apply(desk, new PostgresAlertStore(configuration.dsl(), outbox)));
  }
}
