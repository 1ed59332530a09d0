package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertReader;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Previews;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;

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
      return desk.preview(new Reader(tx), batch);
    });
  }

  private record Reader(DSLContext tx) implements AlertReader {
    @Override
    public Map<SubjectKey, AlertState> states(Collection<SubjectKey> subjects) {
      PostgresAlertStore.Keys keys = PostgresAlertStore.Keys.of(subjects);
      Map<SubjectKey, AlertState> states = new HashMap<>();
      for (Record row :
          tx.fetch(
              """
              select s.kind as s_kind, s.plan_id as s_plan, s.subject_id as s_id,
                s.judgement_version, a.*
              from subject s left join alert a on a.alert_id = s.alert_id
              where (s.kind, s.plan_id, s.subject_id) in (select * from unnest(?, ?, ?))
              """,
              keys.kinds(),
              keys.plans(),
              keys.ids())) {
        SubjectKey key =
            new SubjectKey(
                SubjectKind.valueOf(Rows.text(row, "s_kind")),
                Rows.text(row, "s_plan"),
                Rows.text(row, "s_id"));
        Alert alert = row.get("alert_id") == null ? null : Rows.alert(row);
        long version = Objects.requireNonNull(row.get("judgement_version", Long.class));
        states.put(key, new AlertState(key, version, alert));
      }
      return states;
    }

    @Override
    public Map<String, Map<String, String>> threads(Collection<String> alertIds) {
      return Threads.of(tx, alertIds);
    }

    @Override
    public Map<String, Bureau> bureaus(Collection<String> bureauIds) {
      Map<String, Bureau> found = new HashMap<>();
      tx.fetch(
              "select * from bureau where bureau_id = any(?)",
              (Object) bureauIds.toArray(String[]::new))
          .map(Rows::bureau)
          .forEach(bureau -> found.put(bureau.bureauId(), bureau));
      return found;
    }
  }
}
