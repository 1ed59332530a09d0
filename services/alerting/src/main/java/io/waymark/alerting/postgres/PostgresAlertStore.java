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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Alerts and bureaus in PostgreSQL, within the transaction that it is made for. */
public final class PostgresAlertStore implements AlertStore {
  private static final String TOPIC = "waymark.alerting.alert.v1";

  private final DSLContext tx;
  private final PostgresOutbox outbox;
  private final Locks locks;
  private final Reads reads;
  private final DeskRows desk;

  public PostgresAlertStore(DSLContext tx, PostgresOutbox outbox) {
    this.tx = tx;
    this.outbox = outbox;
    this.locks = new Locks(tx);
    this.reads = new Reads(tx);
    this.desk = new DeskRows(tx);
  }

  @Override
  public Map<SubjectKey, AlertState> lock(Collection<SubjectKey> subjects) {
    return locks.lock(subjects);
  }

  @Override
  public Optional<SubjectKey> lockAlert(String alertId) {
    return locks.lockAlert(alertId);
  }

  @Override
  public List<SubjectKey> due(Instant now, int atMost) {
    return locks.due(now, atMost);
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

  @Override
  public List<AlertState> liveOf(String bureauId) {
    return desk.liveOf(bureauId);
  }

  @Override
  public List<AlertState> overSince(String bureauId, Instant since) {
    return desk.overSince(bureauId, since);
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
    return BureauRows.keep(tx, bureaus);
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
}
