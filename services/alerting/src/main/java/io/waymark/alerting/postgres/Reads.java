package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.AlertReader;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Preference;
import io.waymark.alerting.domain.Silence;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads what is held, without locking any of it. */
final class Reads implements AlertReader {
  private final DSLContext tx;

  Reads(DSLContext tx) {
    this.tx = tx;
  }

  @Override
  public Map<SubjectKey, AlertState> states(Collection<SubjectKey> subjects) {
    Keys keys = Keys.of(subjects);
    Map<SubjectKey, AlertState> states = new HashMap<>();
    for (Record row :
        tx.fetch(
            """
            select s.kind as s_kind, s.plan_id as s_plan, s.subject_id as s_id,
              s.judgement_version, s.judgement, s.course,
              s.owed_version, s.owed, s.owed_at, a.*
            from subject s left join alert a on a.alert_id = s.alert_id
            where (s.kind, s.plan_id, s.subject_id) in (select * from unnest(?, ?, ?))
            """,
            keys.kinds(),
            keys.plans(),
            keys.ids())) {
      SubjectKey key = Rows.key(row);
      states.put(key, Rows.state(row, key));
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

  @Override
  public Map<SubjectKey, List<String>> supporting(Collection<SubjectKey> projects) {
    Keys keys = Keys.of(projects);
    Map<SubjectKey, List<String>> found = new HashMap<>();
    for (Record row :
        tx.fetch(
            """
            select * from support
            where (plan_id, project_id) in (select * from unnest(?, ?))
            """,
            keys.plans(),
            keys.ids())) {
      SubjectKey key =
          new SubjectKey(
              SubjectKind.PROJECT, Rows.text(row, "plan_id"), Rows.text(row, "project_id"));
      found.put(key, List.of(Objects.requireNonNull(row.get("bureau_ids", String[].class))));
    }
    return found;
  }

  @Override
  public Map<String, Preference> preferences(Collection<String> addresses) {
    Map<String, Preference> found = new HashMap<>();
    tx.fetch(
            "select * from preference where address = any(?)",
            (Object) addresses.toArray(String[]::new))
        .map(Rows::preference)
        .forEach(preference -> found.put(preference.address(), preference));
    return found;
  }

  @Override
  public List<Silence> silences(Instant at) {
    return tx.fetch(
            """
            select * from silence where until_at > cast(? as timestamptz) and from_at <= cast(? as timestamptz)
            """,
            Rows.time(at),
            Rows.time(at))
        .map(Rows::silence);
  }
}
