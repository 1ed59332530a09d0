package io.waymark.registry.postgres;

import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.registry.app.RegistryTransaction;
import io.waymark.registry.app.StoredReply;
import io.waymark.registry.domain.BureauChange;
import io.waymark.registry.domain.BureauState;
import io.waymark.registry.domain.CommandKey;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.Reply;
import io.waymark.registry.wire.BureauWire;
import io.waymark.registry.wire.EventWire;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads under locks, and hands what is to be written to {@link Writes}. */
final class PostgresTransaction implements RegistryTransaction {
  /** Any number that nobody else locks; imports of bureaus take turns by it. */
  private static final long BUREAUS_LOCK = 7_120_415_001L;

  /** With the plan's hash: imports of one plan's projects take turns by it. */
  private static final int PLAN_LOCK = 712_041;

  private static final String PROJECT_TOPIC = "waymark.registry.project.v1";
  private static final String PROJECT_TYPE = "waymark.registry.v1.ProjectEvent";
  private static final String BUREAU_TOPIC = "waymark.registry.bureau.v1";
  private static final String BUREAU_TYPE = "waymark.registry.v1.BureauEvent";

  private final DSLContext tx;
  private final Writes writes;
  private final PostgresOutbox outbox;
  private final Duties duties;

  PostgresTransaction(DSLContext tx, PostgresOutbox outbox, ZoneId zone) {
    this.tx = tx;
    this.duties = new Duties(tx, outbox, zone);
    this.writes = new Writes(tx);
    this.outbox = outbox;
  }

  /**
   * Locks in the order of the keys, as every transaction does, so that none waits for another in a
   * circle.
   */
  @Override
  public Map<ProjectKey, ProjectState> lockProjects(Collection<ProjectKey> keys) {
    List<ProjectKey> wanted =
        keys.stream()
            .filter(key -> Rows.isStorable(key.planId()) && Rows.isStorable(key.projectId()))
            .distinct()
            .toList();
    Map<ProjectKey, ProjectState> found = new HashMap<>();
    tx.fetch(
            """
            select p.state
            from unnest(?, ?) as k(plan_id, project_id)
            join project p on p.plan_id = k.plan_id and p.project_id = k.project_id
            order by p.plan_id, p.project_id
            for update of p
            """,
            wanted.stream().map(ProjectKey::planId).toArray(String[]::new),
            wanted.stream().map(ProjectKey::projectId).toArray(String[]::new))
        .map(Rows::projectState)
        .forEach(state -> found.put(state.definition().key(), state));
    return found;
  }

  @Override
  public Map<String, BureauState> lockBureaus() {
    tx.execute("select pg_advisory_xact_lock(?)", BUREAUS_LOCK);
    return byId(tx.fetch("select version, state from bureau"));
  }

  @Override
  public Map<String, BureauState> bureaus(Collection<String> bureauIds) {
    String[] wanted = bureauIds.stream().filter(Rows::isStorable).distinct().toArray(String[]::new);
    return byId(
        tx.fetch("select version, state from bureau where bureau_id = any(?)", (Object) wanted));
  }

  @Override
  public Map<String, String> lockPlan(String planId) {
    if (!Rows.isStorable(planId)) {
      return Map.of();
    }
    tx.execute("select pg_advisory_xact_lock(?, hashtext(?))", PLAN_LOCK, planId);
    return tx.fetch("select project_id, parent_project_id from project where plan_id = ?", planId)
        .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
  }

  @Override
  public Map<CommandKey, StoredReply> replies(Collection<CommandKey> keys) {
    List<CommandKey> wanted =
        keys.stream()
            .filter(key -> Rows.isStorable(key.bureauId() + key.idempotencyKey()))
            .distinct()
            .toList();
    Map<CommandKey, StoredReply> found = new HashMap<>();
    tx.fetch(
            """
            select r.*
            from unnest(?, ?) as k(bureau_id, idempotency_key)
            join command_reply r
              on r.bureau_id = k.bureau_id and r.idempotency_key = k.idempotency_key
            """,
            wanted.stream().map(CommandKey::bureauId).toArray(String[]::new),
            wanted.stream().map(CommandKey::idempotencyKey).toArray(String[]::new))
        .map(PostgresTransaction::reply)
        .forEach(reply -> found.put(reply.key(), reply));
    return found;
  }

  @Override
  public void appendProjects(List<ProjectChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    writes.projectEvents(changes);
    writes.projects(changes);
    outbox.append(tx, changes.stream().map(PostgresTransaction::message).toList());
    duties.changed(changes);
  }

  @Override
  public void appendBureaus(List<BureauChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    writes.bureauEvents(changes);
    writes.bureaus(changes);
    outbox.append(tx, changes.stream().map(PostgresTransaction::message).toList());
  }

  /** In the order of the keys, for the same reason as the locks. */
  @Override
  public void remember(List<StoredReply> replies) {
    if (!replies.isEmpty()) {
      writes.replies(
          replies.stream()
              .sorted(
                  Comparator.comparing((StoredReply reply) -> reply.key().bureauId())
                      .thenComparing(reply -> reply.key().idempotencyKey()))
              .toList());
    }
  }

  private static OutboxMessage message(ProjectChange change) {
    String key = change.state().definition().key().toString();
    byte[] payload = EventWire.published(change).toByteArray();
    return change.traceparent().isEmpty()
        ? new OutboxMessage(PROJECT_TOPIC, key, PROJECT_TYPE, payload)
        : new OutboxMessage(PROJECT_TOPIC, key, PROJECT_TYPE, payload, change.traceparent());
  }

  private static OutboxMessage message(BureauChange change) {
    return new OutboxMessage(
        BUREAU_TOPIC,
        change.state().bureau().bureauId(),
        BUREAU_TYPE,
        BureauWire.event(change).toByteArray());
  }

  private static Map<String, BureauState> byId(Collection<? extends Record> rows) {
    Map<String, BureauState> found = new HashMap<>();
    for (Record row : rows) {
      BureauState state = Rows.bureauState(row);
      found.put(state.bureau().bureauId(), state);
    }
    return found;
  }

  private static StoredReply reply(Record row) {
    return new StoredReply(
        new CommandKey(
            row.get("bureau_id", String.class), row.get("idempotency_key", String.class)),
        HexFormat.of().formatHex(row.get("fingerprint", byte[].class)),
        new Reply(
            row.get("report_id", String.class),
            row.get("version", long.class),
            row.get("recorded_at", OffsetDateTime.class).toInstant()));
  }
}
