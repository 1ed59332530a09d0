package io.waymark.indicator.postgres;

import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The figures of one plan's indicators. */
public final class Observations {
  private final DSLContext db;
  private final String planId;

  /** Creates access to the figures of {@code planId}. */
  public Observations(DSLContext db, String planId) {
    this.db = db;
    this.planId = planId;
  }

  /** The indicator in force, without targets. */
  public Optional<Indicator> indicator(String indicatorId) {
    return db.fetchOptional(
            """
            select v.body from indicator i join indicator_version v
              using (plan_id, indicator_id, version)
            where plan_id = ? and indicator_id = ?
            """,
            planId,
            indicatorId)
        .map(r -> Bytes.parse(Indicator.parser(), r.get(0, byte[].class)));
  }

  /** The figure in force for a period. */
  public Optional<Observation> inForce(String indicatorId, String periodEnd) {
    return db.fetchOptional(
            """
            select body from observation
            where plan_id = ? and indicator_id = ? and period_end = ?
            order by seq desc limit 1
            """,
            planId,
            indicatorId,
            LocalDate.parse(periodEnd))
        .map(r -> Bytes.parse(Observation.parser(), r.get(0, byte[].class)));
  }

  /** Appends a figure. */
  public void append(Observation observation, Instant now) {
    db.execute(
        """
        insert into observation (observation_id, plan_id, indicator_id, period_end, value,
          recorded_at, body)
        values (?, ?, ?, ?, ?, ?::timestamptz, ?)
        """,
        UUID.fromString(observation.getObservationId()),
        planId,
        observation.getIndicatorId(),
        LocalDate.parse(observation.getPeriodEnd()),
        new BigDecimal(observation.getValue()),
        now.atOffset(ZoneOffset.UTC),
        observation.toByteArray());
  }

  /**
   * All figures of an indicator, newest period first, superseded ones included.
   *
   * @param knownAt only what was recorded until then; null for everything
   */
  public List<Observation> list(String indicatorId, @Nullable Instant knownAt) {
    return db.fetch(
            """
            select body from observation
            where plan_id = ? and indicator_id = ? and recorded_at <= coalesce(?::timestamptz, 'infinity')
            order by period_end desc, seq desc
            """,
            planId,
            indicatorId,
            knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC))
        .map(r -> Bytes.parse(Observation.parser(), r.get(0, byte[].class)));
  }
}
