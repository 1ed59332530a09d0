package io.waymark.alerting.postgres;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Move;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.NoticeKind;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import io.waymark.alerting.wire.AlertWire;
import io.waymark.alerting.wire.CourseWire;
import io.waymark.alerting.wire.VerdictReader;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.alerting.v1.AlertEvent;
import io.waymark.proto.indicator.v1.Judgement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Alerts and bureaus in PostgreSQL, within the transaction that it is made for. */
public final class PostgresAlertStore implements AlertStore {
  private static final String TOPIC = "waymark.alerting.alert.v1";
  private static final long BUREAU_LOCK = 0x414c455254L; // "ALERT"

  private final DSLContext tx;
  private final PostgresOutbox outbox;

  public PostgresAlertStore(DSLContext tx, PostgresOutbox outbox) {
    this.tx = tx;
    this.outbox = outbox;
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
    for (Record row : tx.fetch(LOCK, keys.kinds, keys.plans, keys.ids)) {
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

  // In the order of the key, so that two transactions cannot wait for each other.
  private static final String LOCK =
      """
      select s.kind as s_kind, s.plan_id as s_plan, s.subject_id as s_id, s.judgement_version, a.*
      from subject s left join alert a on a.alert_id = s.alert_id
      where (s.kind, s.plan_id, s.subject_id) in (select * from unnest(?, ?, ?))
      order by s.kind, s.plan_id, s.subject_id
      for update of s
      """;

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
  public Map<String, Map<String, String>> threads(Collection<String> alertIds) {
    return Threads.of(tx, alertIds);
  }

  @Override
  public Map<String, Bureau> bureaus(Collection<String> bureauIds) {
    // Shared with other readers, exclusive with keepBureaus: no notice may start to wait for a
    // bureau that has just come.
    tx.fetch("select pg_advisory_xact_lock_shared(?)", BUREAU_LOCK);
    Map<String, Bureau> found = new HashMap<>();
    tx.fetch(
            "select * from bureau where bureau_id = any(?)",
            (Object) bureauIds.toArray(String[]::new))
        .map(Rows::bureau)
        .forEach(bureau -> found.put(bureau.bureauId(), bureau));
    return found;
  }

  @Override
  public List<Bureau> keepBureaus(Collection<Bureau> bureaus) {
    tx.fetch("select pg_advisory_xact_lock(?)", BUREAU_LOCK);
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
        insert into bureau (bureau_id, version, name_zh, name_en, parent_id, emails, language)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (bureau_id) do update set
          version = excluded.version, name_zh = excluded.name_zh, name_en = excluded.name_en,
          parent_id = excluded.parent_id, emails = excluded.emails, language = excluded.language
        where bureau.version < excluded.version
        """,
        bureau.bureauId(),
        bureau.version(),
        bureau.name().zh(),
        bureau.name().en(),
        bureau.parentId(),
        bureau.emails().toArray(String[]::new),
        bureau.language().code());
  }

  @Override
  public List<Notice> takeWaiting(Collection<String> bureauIds) {
    if (bureauIds.isEmpty()) {
      return List.of();
    }
    List<Record> rows =
        new ArrayList<>(
            tx.fetch(
                "delete from waiting_notice where bureau_id = any(?) returning *",
                (Object) bureauIds.toArray(String[]::new)));
    rows.sort(Comparator.comparing(row -> Rows.time(row, "at")));
    Map<String, Alert> alerts = new HashMap<>();
    tx.fetch(
            "select * from alert where alert_id = any(?)",
            (Object) rows.stream().map(row -> Rows.text(row, "alert_id")).toArray(String[]::new))
        .map(Rows::alert)
        .forEach(alert -> alerts.put(alert.alertId(), alert));
    return rows.stream().map(row -> notice(row, alerts)).toList();
  }

  private static Notice notice(Record row, Map<String, Alert> alerts) {
    Alert now = Objects.requireNonNull(alerts.get(Rows.text(row, "alert_id")));
    byte[] judgement = Objects.requireNonNull(row.get("judgement", byte[].class));
    byte[] course = Objects.requireNonNull(row.get("course", byte[].class));
    try {
      return Notice.thatWaited(
          NoticeKind.valueOf(Rows.text(row, "kind")),
          now,
          Objects.requireNonNull(row.get("alert_version", Long.class)),
          Severity.valueOf(Rows.text(row, "severity")),
          VerdictReader.read(Judgement.parseFrom(judgement)).with(CourseWire.read(course)),
          Rows.told(row),
          Rows.time(row, "at"),
          Rows.time(row, "cause_event_at"),
          Rows.time(row, "arrived_at"));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a stored judgement cannot be read", e);
    }
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
    writes.alerts(latest.values());
    writes.subjects(changes.states());
    writes.transitions(changes.moves());
    writes.mails(changes.mails());
    writes.waiting(changes.waiting());
    outbox.append(tx, changes.moves().stream().map(PostgresAlertStore::message).toList());
    announce(changes.mails());
  }

  /** Reaches the mailers when the transaction commits, and not before. */
  private void announce(List<OutgoingMail> mails) {
    if (!mails.isEmpty()) {
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
