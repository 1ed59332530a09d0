package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.indicator.domain.FigureStore;
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

/** The figures, within a transaction or without. */
public final class Observations implements FigureStore {
  private final DSLContext db;

  /** Creates access. */
  public Observations(DSLContext db) {
    this.db = db;
  }

  /** The indicator in force, without targets. */
  public Optional<Indicator> indicator(String planId, String indicatorId) {
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

  @Override
  public Optional<Observation> inForce(String planId, String indicatorId, String periodEnd) {
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

  @Override
  public void append(String planId, Observation observation) {
    Timestamp at = observation.getRecordedAt();
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
        Instant.ofEpochSecond(at.getSeconds(), at.getNanos()).atOffset(ZoneOffset.UTC),
        observation.toByteArray());
  }

  @Override
  public List<Observation> list(String planId, String indicatorId, @Nullable Instant knownAt) {
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
