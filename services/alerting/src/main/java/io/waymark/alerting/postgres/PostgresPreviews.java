package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.Previews;
import java.util.List;
import org.jooq.DSLContext;

/** Previews in a transaction that PostgreSQL itself keeps from writing. */
public final class PostgresPreviews implements Previews {
  private final DSLContext db;
  private final AlertDesk desk;

  public PostgresPreviews(DSLContext db, AlertDesk desk) {
    this.db = db;
    this.desk = desk;
  }

  @Override
  public AlertStore.Changes preview(List<SubjectJudged> batch) {
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      tx.execute("set transaction isolation level repeatable read read only");
      return desk.preview(new Reads(tx), batch);
    });
  }
}
