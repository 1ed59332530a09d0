package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Move;
import io.waymark.alerting.domain.Pending;
import io.waymark.alerting.domain.Preference;
import io.waymark.alerting.domain.Silence;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.wire.AlertWire;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.alerting.v1.AlertEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Alerts and bureaus in PostgreSQL, within the transaction that it is made for. */
public final class PostgresAlertStore implements AlertStore {
  private static final String TOPIC = "waymark.alerting.alert.v1";

  private final DSLContext tx;
  private final PostgresOutbox outbox;
  private final Reads reads;
  private final DeskRows desk;

  public PostgresAlertStore(DSLContext tx, PostgresOutbox outbox) {
    this.tx = tx;
    this.outbox = outbox;
    this.reads = new Reads(tx);
    this.desk = new DeskRows(tx);
  }

  @Override
  public Map<SubjectKey, AlertState> lock(Collection<SubjectKey> subjects) {
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
        keys.kinds,
        keys.plans,
        keys.ids);
    tx.execute(LOCK, keys.kinds, keys.plans, keys.ids);
    for (Record row : tx.fetch(LOCKED, keys.kinds, keys.plans, keys.ids)) {
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
  @Override
  public Optional<SubjectKey> lockAlert(String alertId) {
    return tx.fetchOptional(
            """
            select s.kind, s.plan_id, s.subject_id from alert a
            join subject s using (kind, plan_id, subject_id)
            where a.alert_id = ? for update of s
            """,
            alertId)
        .map(Rows::subject);
  }

  @Override
  public Map<SubjectKey, AlertState> states(Collection<SubjectKey> subjects) {
    return reads.states(subjects);
  }

  @Override
  public Map<String, Map<String, String>> threads(Collection<String> alertIds) {
    return reads.threads(alertIds);
  }

  @Override
  public Map<SubjectKey, List<String>> supporting(Collection<SubjectKey> projects) {
    return reads.supporting(projects);
  }

  @Override
  public Map<String, Preference> preferences(Collection<String> addresses) {
    return reads.preferences(addresses);
  }

  @Override
  public List<Silence> silences(Instant at) {
    return reads.silences(at);
  }

  @Override
  public Map<String, Bureau> bureaus(Collection<String> bureauIds) {
    return reads.bureaus(bureauIds);
  }

  @Override
  public Optional<Alert> alert(String alertId) {
    return tx.fetchOptional("select * from alert where alert_id = ?", alertId).map(Rows::alert);
  }

  @Override
  public Map<String, SubjectKey> movedBy(String judgementId) {
    Map<String, SubjectKey> moved = new LinkedHashMap<>();
    tx.fetch(
            """
            select distinct a.alert_id, a.kind, a.plan_id, a.subject_id
            from alert_transition t join alert a using (alert_id)
            where t.judgement_id = ? and t.action in ('OPENED', 'ESCALATED') and t.judgement_id <> ''
            """,
            judgementId)
        .forEach(row -> moved.put(Rows.text(row, "alert_id"), Rows.subject(row)));
    return moved;
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
  // just
  // before its subject was locked: whoever works on it locks and reads again, and finds nothing to
  // do.
  @Override
  public List<SubjectKey> due(Instant now, int atMost) {
    return tx
        .fetch(DUE, Rows.time(now), atMost, Rows.time(now), atMost, atMost)
        .map(Rows::subject)
        .stream()
        .distinct()
        .toList();
  }

  @Override
  public List<AlertState> liveOf(String bureauId) {
    return tx.fetch(
            """
            select s.kind as s_kind, s.plan_id as s_plan, s.subject_id as s_id, s.judgement_version, s.judgement, s.course,
              s.owed_version, s.owed, s.owed_at, a.*
            from alert a join subject s on s.alert_id = a.alert_id
            where a.status not in ('RESOLVED', 'RESTATED') and (? = '' or a.lead_bureau_id = ?)
            order by a.opened_at, a.alert_id
            """,
            bureauId,
            bureauId)
        .map(row -> Rows.state(row, Rows.key(row)));
  }

  @Override
  public void keepSupporting(SubjectKey project, List<String> bureauIds, long version) {
    tx.execute(
        """
        insert into support (plan_id, project_id, version, bureau_ids) values (?, ?, ?, ?)
        on conflict (plan_id, project_id) do update set version = excluded.version, bureau_ids = excluded.bureau_ids
        where support.version < excluded.version
        """,
        project.planId(),
        project.subjectId(),
        version,
        bureauIds.toArray(String[]::new));
  }

  @Override
  public List<Ripening> ripening(Instant now) {
    return desk.ripening(now);
  }

  @Override
  public List<Pending> takePending(String bureauId, Instant now) {
    return desk.take(bureauId, now);
  }

  @Override
  public List<Instant> mailedSince(String bureauId, Instant since) {
    return desk.mailedSince(bureauId, since);
  }

  @Override
  public void keepSilence(Silence silence, @Nullable Instant warnAt) {
    desk.keepSilence(silence, warnAt);
  }

  @Override
  public Optional<Silence> silence(String silenceId) {
    return tx.fetchOptional("select * from silence where silence_id = ? for update", silenceId)
        .map(Rows::silence);
  }

  @Override
  public List<Silence> ending(Instant now) {
    return tx.fetch(
            "select * from silence where warn_at <= cast(? as timestamptz) for update skip locked",
            Rows.time(now))
        .map(Rows::silence);
  }

  @Override
  public void keepPreference(Preference preference, Actor by, Instant at) {
    desk.keepPreference(preference, by, at);
  }

  @Override
  public List<DueDigest> digests(Instant now, int atMost) {
    return desk.digests(now, atMost);
  }

  @Override
  public void planDigest(String bureauId, Preference.Digest digest, Instant at) {
    desk.planDigest(bureauId, digest, at);
  }

  @Override
  public List<Bureau> keepBureaus(Collection<Bureau> bureaus) {
    Map<String, Bureau> latest = new LinkedHashMap<>();
    bureaus.forEach(bureau -> latest.merge(bureau.bureauId(), bureau, PostgresAlertStore::newer));
    List<Bureau> kept = new ArrayList<>();
    for (Bureau bureau : latest.values()) {
      if (keep(bureau) > 0) {
        kept.add(bureau);
      }
    }
    return kept;
  }

  private static Bureau newer(Bureau one, Bureau other) {
    return other.version() > one.version() ? other : one;
  }

  private int keep(Bureau bureau) {
    return tx.execute(
        """
        insert into bureau (bureau_id, version, name_zh, name_en, parent_id, emails, language, stand_in_names,
          stand_in_emails, stand_in_bureaus, stand_in_from, stand_in_until)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as date[]), cast(? as date[]))
        on conflict (bureau_id) do update set
          version = excluded.version, name_zh = excluded.name_zh, name_en = excluded.name_en,
          parent_id = excluded.parent_id, emails = excluded.emails, language = excluded.language,
          stand_in_names = excluded.stand_in_names, stand_in_emails = excluded.stand_in_emails,
          stand_in_bureaus = excluded.stand_in_bureaus, stand_in_from = excluded.stand_in_from,
          stand_in_until = excluded.stand_in_until
        where bureau.version < excluded.version
        """,
        bureau.bureauId(),
        bureau.version(),
        bureau.name().zh(),
        bureau.name().en(),
        bureau.parentId(),
        bureau.emails().toArray(String[]::new),
        bureau.language().code(),
        standIns(bureau, Bureau.StandIn::name),
        standIns(bureau, Bureau.StandIn::email),
        standIns(bureau, Bureau.StandIn::bureauId),
        standIns(bureau, standIn -> standIn.from().toString()),
        standIns(bureau, standIn -> standIn.until() == null ? null : standIn.until().toString()));
  }

  private static @Nullable String[] standIns(
      Bureau bureau, Function<Bureau.StandIn, @Nullable String> part) {
    return bureau.standIns().stream().map(part).toArray(String[]::new);
  }

  @Override
  public void save(Changes changes) {
    Map<String, Alert> latest = new LinkedHashMap<>();
    changes.moves().forEach(move -> latest.put(move.alert().alertId(), move.alert()));
    for (AlertState state : changes.states()) {
      if (state.alert() != null) {
        latest.put(state.alert().alertId(), state.alert());
      }
    }
    Writes writes = new Writes(tx);
    writes.alerts(latest.values(), changes.dues());
    writes.subjects(changes.states());
    writes.transitions(changes.moves());
    writes.mails(changes.mails());
    ChannelRows.store(tx, changes.messages());
    writes.waiting(changes.waiting());
    outbox.append(tx, changes.moves().stream().map(PostgresAlertStore::message).toList());
    announce(changes);
  }

  /** Reaches whoever sends when the transaction commits, and not before. */
  private void announce(Changes changes) {
    if (!changes.mails().isEmpty()
        || !changes.messages().isEmpty()
        || !changes.waiting().isEmpty()) {
      tx.execute("notify " + MailBell.CHANNEL);
    }
  }

  private static OutboxMessage message(Move move) {
    return new OutboxMessage(
        TOPIC,
        move.alert().alertId(),
        AlertEvent.getDescriptor().getFullName(),
        AlertWire.event(move).toByteArray());
  }

  /** The parts of subject keys as columns. */
  @SuppressWarnings("ArrayRecordComponent") // arguments of one statement, never compared
  record Keys(String[] kinds, String[] plans, String[] ids) {
    static Keys of(Collection<SubjectKey> subjects) {
      List<SubjectKey> ordered =
          subjects.stream()
              .sorted(
                  Comparator.comparing(SubjectKey::kind)
                      .thenComparing(SubjectKey::planId)
                      .thenComparing(SubjectKey::subjectId))
              .toList();
      return new Keys(
          ordered.stream().map(key -> key.kind().name()).toArray(String[]::new),
          ordered.stream().map(SubjectKey::planId).toArray(String[]::new),
          ordered.stream().map(SubjectKey::subjectId).toArray(String[]::new));
    }
  }
}
