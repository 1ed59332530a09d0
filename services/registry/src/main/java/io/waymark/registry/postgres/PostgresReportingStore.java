package io.waymark.registry.postgres;

import io.waymark.calendar.reporting.DueRule;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.registry.app.ReportingStore;
import io.waymark.registry.domain.Actor;
import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.ReportedProject;
import io.waymark.registry.domain.RuleSetting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads reports from the registry's events, and keeps the rules of the reporting calendar. */
public final class PostgresReportingStore implements ReportingStore {
  private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");

  private final DSLContext db;
  private final PostgresOutbox outbox;
  private final ZoneId zone;

  /**
   * Creates a store in a database that has been migrated.
   *
   * @param outbox where it is told which reports a new rule asks for
   * @param zone tells which day it is
   */
  public PostgresReportingStore(DSLContext db, PostgresOutbox outbox, ZoneId zone) {
    this.db = db;
    this.outbox = outbox;
    this.zone = zone;
  }

  @Override
  public List<ReportedProject> projects(Query query) {
    if (!Rows.isStorable(query.planId() + query.leadBureauId() + query.projectId())) {
      return List.of();
    }
    Map<String, List<ProgressReport>> reports = reports(query);
    return db.fetch(
            """
            select p.state, e.recorded_at
            from project p
            join project_event e
              on e.plan_id = p.plan_id and e.project_id = p.project_id and e.version = 1
            where p.plan_id = ? and (? = '' or p.lead_bureau_id = ?) and (? = '' or p.project_id = ?)
              and e.recorded_at <= ?::timestamptz
            order by p.project_id
            """,
            query.planId(),
            query.leadBureauId(),
            query.leadBureauId(),
            query.projectId(),
            query.projectId(),
            time(query.knownAt()))
        .map(row -> {
          ProjectState state = Rows.projectState(row);
          String id = state.definition().key().projectId();
          return new ReportedProject(
              state,
              row.get("recorded_at", OffsetDateTime.class).toInstant(),
              reports.getOrDefault(id, List.of()));
        });
  }

  private Map<String, List<ProgressReport>> reports(Query query) {
    Map<String, List<ProgressReport>> reports = new HashMap<>();
    db.fetch(
            """
            select e.project_id, e.body
            from project_event e
            join project p on p.plan_id = e.plan_id and p.project_id = e.project_id
            where e.plan_id = ? and (? = '' or p.lead_bureau_id = ?) and (? = '' or e.project_id = ?)
              and e.kind = 'reported' and e.recorded_at <= ?::timestamptz
            order by e.project_id, e.version
            """,
            query.planId(),
            query.leadBureauId(),
            query.leadBureauId(),
            query.projectId(),
            query.projectId(),
            time(query.knownAt()))
        .forEach(row ->
            reports
                .computeIfAbsent(row.get("project_id", String.class), id -> new ArrayList<>())
                .add(Rows.report(row)));
    return reports;
  }

  @Override
  public List<RuleSetting> rules(String planId, Instant knownAt) {
    if (!Rows.isStorable(planId)) {
      return List.of();
    }
    return db.fetch(
            """
            select * from reporting_rule
            where plan_id = ? and recorded_at <= ?::timestamptz
            order by seq
            """,
            planId,
            time(knownAt))
        .map(PostgresReportingStore::setting);
  }

  @Override
  public void append(RuleSetting setting) {
    db.transaction(configuration -> {
      DSLContext tx = configuration.dsl();
      insert(tx, setting);
      new Duties(tx, outbox, zone).ruled(setting);
    });
  }

  private static void insert(DSLContext tx, RuleSetting setting) {
    DueRule rule = setting.entry().rule();
    tx.execute(
        """
        insert into reporting_rule (plan_id, subject_id, frequency, months_after, day, grace_days,
          effective, recorded_at, actor_name, actor_person, actor_bureau, channel)
        values (?, ?, ?, ?, ?, ?, ?::date, ?::timestamptz, ?, ?, ?, ?)
        """,
        setting.planId(),
        setting.entry().subjectId(),
        rule.frequency().word(),
        rule.monthsAfter(),
        rule.day(),
        rule.graceDays(),
        setting.entry().effective(),
        Rows.time(setting.recordedAt()),
        setting.actor().name(),
        setting.actor().person(),
        setting.actor().bureauId(),
        setting.actor().channel());
  }

  private static RuleSetting setting(Record row) {
    return new RuleSetting(
        row.get("plan_id", String.class),
        new DueRules.Entry(
            row.get("subject_id", String.class),
            new DueRule(
                Frequency.of(row.get("frequency", String.class), Frequency.QUARTERLY),
                row.get("months_after", int.class),
                row.get("day", int.class),
                row.get("grace_days", int.class)),
            row.get("effective", LocalDate.class)),
        new Actor(
            row.get("actor_name", String.class),
            row.get("actor_person", boolean.class),
            row.get("actor_bureau", String.class),
            row.get("channel", String.class)),
        row.get("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime time(Instant instant) {
    return Rows.time(instant.isAfter(EVER) ? EVER : instant);
  }
}
