package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.SubjectKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Gives a transaction the subjects that it works on; nobody else has them until it ends. */
final class Locks {
  private final DSLContext tx;

  Locks(DSLContext tx) {
    this.tx = tx;
  }

  Map<SubjectKey, AlertState> lock(Collection<SubjectKey> subjects) {
    Map<SubjectKey, AlertState> states = new HashMap<>();
    if (subjects.isEmpty()) {
      return states;
    }
    Keys keys = Keys.of(subjects);
    tx.execute(
        """
        insert into subject (kind, plan_id, subject_id, judgement_version)
        select k.*, 0 from unnest(?, ?, ?) as k on conflict do nothing
        """,
        keys.kinds(),
        keys.plans(),
        keys.ids());
    tx.execute(LOCK, keys.kinds(), keys.plans(), keys.ids());
    for (Record row : tx.fetch(LOCKED, keys.kinds(), keys.plans(), keys.ids())) {
      SubjectKey key = Rows.key(row);
      states.put(key, Rows.state(row, key));
    }
    return states;
  }

  // In the order of the key, so that two transactions cannot wait for each other.
  private static final String LOCK =
      """
      select 1 from subject s
      where (s.kind, s.plan_id, s.subject_id) in (select * from unnest(?, ?, ?))
      order by s.kind, s.plan_id, s.subject_id
      for update
      """;

  // A statement of its own: one that waits for a lock reads the locked row anew, but what it joins
  // as it was before the wait.
  private static final String LOCKED =
      """
      select s.kind as s_kind, s.plan_id as s_plan, s.subject_id as s_id, s.judgement_version, s.judgement, s.course,
              s.owed_version, s.owed, s.owed_at, a.*
      from subject s left join alert a on a.alert_id = s.alert_id
      where (s.kind, s.plan_id, s.subject_id) in (select * from unnest(?, ?, ?))
      """;

  // Joined while it may wait: of the alert only the subject is read, and that never changes.
  Optional<SubjectKey> lockAlert(String alertId) {
    return tx.fetchOptional(
            """
            select s.kind, s.plan_id, s.subject_id from alert a
            join subject s using (kind, plan_id, subject_id)
            where a.alert_id = ? for update of s
            """,
            alertId)
        .map(Rows::subject);
  }

  /** Deadlines of alerts, and of reports that are owed; each has its index. */
  static final String DUE =
      """
      select s.kind, s.plan_id, s.subject_id from (
        (select h.kind, h.plan_id, h.subject_id, a.next_due as at from alert a
          join subject h on h.alert_id = a.alert_id
          where a.next_due <= cast(? as timestamptz) order by a.next_due limit ?)
        union all
        (select kind, plan_id, subject_id, owed_at as at from subject
          where owed_at <= cast(? as timestamptz) order by owed_at limit ?)
      ) d join subject s using (kind, plan_id, subject_id)
      order by d.at limit ? for update of s skip locked
      """;

  // Two instances do not take the same. Nothing is waited for, yet a deadline may have been moved
  // just before its subject was locked: whoever works on it reads again, and finds nothing to do.
  List<SubjectKey> due(Instant now, int atMost) {
    return tx
        .fetch(DUE, Rows.time(now), atMost, Rows.time(now), atMost, atMost)
        .map(Rows::subject)
        .stream()
        .distinct()
        .toList();
  }
}
