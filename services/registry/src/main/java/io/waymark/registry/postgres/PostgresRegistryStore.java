package io.waymark.registry.postgres;

import io.waymark.outbox.PostgresOutbox;
import io.waymark.registry.app.ProjectQuery;
import io.waymark.registry.app.RegistryCounts;
import io.waymark.registry.app.RegistryStore;
import io.waymark.registry.app.RegistryTransaction;
import io.waymark.registry.domain.Bureau;
import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.RecordedEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Keeps the registry in PostgreSQL, and its events in the outbox of the same transaction. */
public final class PostgresRegistryStore implements RegistryStore {
  private static final int ATTEMPTS = 5;
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String ROLLBACK_CLASS = "40";

  private final DSLContext db;
  private final PostgresOutbox outbox;
  private final ZoneId zone;

  /**
   * Creates a store in a database that has been migrated.
   *
   * @param zone tells which day it is
   */
  public PostgresRegistryStore(DSLContext db, PostgresOutbox outbox, ZoneId zone) {
    this.db = db;
    this.outbox = outbox;
    this.zone = zone;
  }

  @Override
  public <R> R transact(Function<RegistryTransaction, R> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return db.transactionResult(
            tx -> work.apply(new PostgresTransaction(tx.dsl(), outbox, zone)));
      } catch (DataAccessException e) {
        if (attempt == ATTEMPTS || !lostRace(e)) {
          throw e;
        }
      }
    }
  }

  @Override
  public Optional<ProjectState> project(ProjectKey key) {
    if (!Rows.isStorable(key.planId()) || !Rows.isStorable(key.projectId())) {
      return Optional.empty();
    }
    return db.fetchOptional(
            "select state from project where plan_id = ? and project_id = ?",
            key.planId(),
            key.projectId())
        .map(Rows::projectState);
  }

  @Override
  public List<ProjectState> projects(ProjectQuery query) {
    return new ProjectSearch(db).find(query);
  }

  @Override
  public List<ProgressReport> reports(ProjectKey key, Instant knownAt) {
    if (!Rows.isStorable(key.planId()) || !Rows.isStorable(key.projectId())) {
      return List.of();
    }
    return db.fetch(
            """
            select body from project_event
            where plan_id = ? and project_id = ? and kind = 'reported' and recorded_at <= ?::timestamptz
            order by valid_on desc, version desc
            """,
            key.planId(),
            key.projectId(),
            Rows.time(knownAt))
        .map(Rows::report);
  }

  @Override
  public List<RecordedEvent> history(ProjectKey key, Instant knownAt) {
    if (!Rows.isStorable(key.planId()) || !Rows.isStorable(key.projectId())) {
      return List.of();
    }
    return db.fetch(
            """
            select * from project_event
            where plan_id = ? and project_id = ? and recorded_at <= ?::timestamptz
            order by version
            """,
            key.planId(),
            key.projectId(),
            Rows.time(knownAt))
        .map(Rows::event);
  }

  @Override
  public List<Bureau> bureaus() {
    return db.fetch("select version, state from bureau order by bureau_id")
        .map(row -> Rows.bureauState(row).bureau());
  }

  @Override
  public RegistryCounts counts() {
    return Optional.ofNullable(
            db.fetchOne(
                """
                select (select count(*) from project) projects,
                       (select count(*) from bureau) bureaus,
                       (select coalesce(sum(reports), 0) from project)::bigint reports
                """))
        .map(row ->
            new RegistryCounts(
                row.get("projects", long.class),
                row.get("bureaus", long.class),
                row.get("reports", long.class)))
        .orElseThrow();
  }

  /**
   * Someone else registered the same thing or used the same key meanwhile, or PostgreSQL broke a
   * deadlock.
   */
  private static boolean lostRace(DataAccessException e) {
    @Nullable SQLException cause = e.getCause(SQLException.class);
    String state = cause == null ? null : cause.getSQLState();
    return state != null && (state.equals(UNIQUE_VIOLATION) || state.startsWith(ROLLBACK_CLASS));
  }
}
