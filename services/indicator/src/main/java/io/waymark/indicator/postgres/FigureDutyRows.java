package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Duty;
import io.waymark.calendar.reporting.Filing;
import io.waymark.calendar.reporting.ReportingCalendar;
import io.waymark.calendar.reporting.ReportingCalendar.Span;
import io.waymark.indicator.domain.FigureDuties;
import io.waymark.indicator.domain.ReportingRuleCheck;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.ReportingRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Which figures are owed and whether they came, from what is kept. */
public final class FigureReporting {
  private final DSLContext db;
  private final ZoneId zone;

  /** Reads {@code db}; the zone tells on which day a figure came. */
  public FigureReporting(DSLContext db, ZoneId zone) {
    this.db = db;
    this.zone = zone;
  }

  /** A figure that is owed. */
  public record Owed(Indicator indicator, Duty duty) {}

  /**
   * What is due within a span, by due day, then by indicator.
   *
   * @param bureauId only this lead bureau; empty for all
   * @param indicatorId only this one; empty for all
   * @param knownAt only what was recorded at or before this instant
   */
  public List<Owed> owed(
      String planId,
      String bureauId,
      String indicatorId,
      Instant knownAt,
      LocalDate today,
      Span span) {
    List<DueRules.Entry> entries = new ArrayList<>();
    for (ReportingRule rule : rules(planId, knownAt)) {
      entries.add(ReportingRuleCheck.entry(rule, LocalDate.parse(rule.getEffective())));
    }
    ReportingCalendar calendar =
        new ReportingCalendar(
            new DueRules(entries, DueRules.OF_INDICATORS), WorkingCalendar.shipped());
    List<Owed> owed = new ArrayList<>();
    for (FigureDuties duties : duties(planId, indicatorId, knownAt)) {
      Indicator indicator = duties.indicator();
      if (bureauId.isEmpty() || bureauId.equals(indicator.getLeadBureauId())) {
        duties
            .obligation()
            .map(obligation -> calendar.duties(obligation, duties.filings(), today, span))
            .orElse(List.of())
            .forEach(duty -> owed.add(new Owed(indicator, duty)));
      }
    }
    owed.sort(
        Comparator.comparing((Owed one) -> one.duty().due())
            .thenComparing(one -> one.duty().subjectId()));
    return owed;
  }

  private List<FigureDuties> duties(String planId, String indicatorId, Instant knownAt) {
    Map<String, List<Filing>> filings = filings(planId, indicatorId, knownAt);
    return db.fetch(
            """
            select v.body, p.body as plan_body, first.recorded_at
            from indicator i
            join indicator_version v using (plan_id, indicator_id, version)
            join indicator_version first
              on first.plan_id = i.plan_id and first.indicator_id = i.indicator_id and first.version = 1
            join plan on plan.plan_id = i.plan_id
            join plan_version p on p.plan_id = plan.plan_id and p.version = plan.version
            where i.plan_id = ? and (? = '' or i.indicator_id = ?)
              and first.recorded_at <= ?::timestamptz
            order by i.indicator_id
            """,
            planId,
            indicatorId,
            indicatorId,
            time(knownAt))
        .map(row -> {
          Indicator indicator = Bytes.parse(Indicator.parser(), row.get("body", byte[].class));
          Plan plan = Bytes.parse(Plan.parser(), row.get("plan_body", byte[].class));
          return new FigureDuties(
              indicator,
              day(row),
              LocalDate.parse(plan.getEnd()),
              filings.getOrDefault(indicator.getIndicatorId(), List.of()));
        });
  }

  private Map<String, List<Filing>> filings(String planId, String indicatorId, Instant knownAt) {
    Map<String, List<Filing>> filings = new HashMap<>();
    db.fetch(
            """
            select indicator_id, period_end, recorded_at from observation
            where plan_id = ? and (? = '' or indicator_id = ?) and recorded_at <= ?::timestamptz
            """,
            planId,
            indicatorId,
            indicatorId,
            time(knownAt))
        .forEach(row ->
            filings
                .computeIfAbsent(row.get("indicator_id", String.class), id -> new ArrayList<>())
                .add(new Filing(row.get("period_end", LocalDate.class), day(row))));
    return filings;
  }

  /** The rules that were set for a plan until an instant, in the order in which they were. */
  public List<ReportingRule> rules(String planId, Instant knownAt) {
    return db.fetch(
            """
            select * from reporting_rule
            where plan_id = ? and recorded_at <= ?::timestamptz
            order by seq
            """,
            planId,
            time(knownAt))
        .map(row ->
            ReportingRule.newBuilder()
                .setSubjectId(row.get("subject_id", String.class))
                .setFrequency(row.get("frequency", String.class))
                .setMonthsAfter(row.get("months_after", int.class))
                .setDay(row.get("day", int.class))
                .setGraceDays(row.get("grace_days", int.class))
                .setEffective(row.get("effective", LocalDate.class).toString())
                .setActor(Bytes.parse(Actor.parser(), row.get("actor", byte[].class)))
                .setRecordedAt(timestamp(row.get("recorded_at", OffsetDateTime.class)))
                .build());
  }

  /** Keeps a rule. */
  public void append(String planId, DueRules.Entry entry, Actor actor, Instant now) {
    db.execute(
        """
        insert into reporting_rule (plan_id, subject_id, frequency, months_after, day, grace_days,
          effective, recorded_at, actor)
        values (?, ?, ?, ?, ?, ?, ?::date, ?::timestamptz, ?)
        """,
        planId,
        entry.subjectId(),
        entry.rule().frequency().word(),
        entry.rule().monthsAfter(),
        entry.rule().day(),
        entry.rule().graceDays(),
        entry.effective(),
        time(now),
        actor.toByteArray());
  }

  private LocalDate day(Record row) {
    return LocalDate.ofInstant(row.get("recorded_at", OffsetDateTime.class).toInstant(), zone);
  }

  private static Timestamp timestamp(OffsetDateTime time) {
    return Timestamp.newBuilder().setSeconds(time.toEpochSecond()).setNanos(time.getNano()).build();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
