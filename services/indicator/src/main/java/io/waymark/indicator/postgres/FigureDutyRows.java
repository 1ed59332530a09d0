package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.calendar.reporting.Filing;
import io.waymark.indicator.domain.FigureDuties;
import io.waymark.indicator.domain.FigureDutyStore;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Indicators, figures and rules from which duties are told. */
public final class FigureDutyRows implements FigureDutyStore {
  private final DSLContext db;
  private final ZoneId zone;

  /** Reads {@code db}; the zone tells on which day a figure came. */
  public FigureDutyRows(DSLContext db, ZoneId zone) {
    this.db = db;
    this.zone = zone;
  }

  @Override
  public List<FigureDuties> duties(String planId, String indicatorId, Instant knownAt) {
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

  @Override
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

  @Override
  public void append(String planId, ReportingRule rule) {
    Timestamp at = rule.getRecordedAt();
    db.execute(
        """
        insert into reporting_rule (plan_id, subject_id, frequency, months_after, day, grace_days,
          effective, recorded_at, actor)
        values (?, ?, ?, ?, ?, ?, ?::date, ?::timestamptz, ?)
        """,
        planId,
        rule.getSubjectId(),
        rule.getFrequency(),
        rule.getMonthsAfter(),
        rule.getDay(),
        rule.getGraceDays(),
        rule.getEffective(),
        time(Instant.ofEpochSecond(at.getSeconds(), at.getNanos())),
        rule.getActor().toByteArray());
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
