package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.type.v1.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The versions of one plan's targets: each with what it rests on, none ever changed. */
public final class TargetVersions {
  /** What {@link #read} reads. */
  static final String COLUMNS =
      """
      body, version, kind, nullif(effective, '-infinity') as since, document, approver, reason,
      recorded_at, actor\
      """;

  private final DSLContext db;
  private final String planId;

  /** Creates access to the targets of {@code planId}. */
  public TargetVersions(DSLContext db, String planId) {
    this.db = db;
    this.planId = planId;
  }

  /** The indicator that a target belongs to. */
  public Optional<String> indicatorOf(String targetId) {
    return db.fetchOptional(
            "select indicator_id from target where plan_id = ? and target_id = ?", planId, targetId)
        .map(r -> r.get(0, String.class));
  }

  /** The version that is in force on a day, by all that is known. */
  public Optional<Target> inForce(String targetId, LocalDate day) {
    return db.fetchOptional(
            """
            select %s from target_version
            where plan_id = ? and target_id = ? and effective <= ?
            order by effective desc, version desc limit 1
            """
                .formatted(COLUMNS),
            planId,
            targetId,
            day)
        .map(TargetVersions::read);
  }

  /** One version of a target, with what it rests on. */
  Optional<Target> version(String targetId, long version) {
    return db.fetchOptional(
            "select %s from target_version where plan_id = ? and target_id = ? and version = ?"
                .formatted(COLUMNS),
            planId,
            targetId,
            version)
        .map(TargetVersions::read);
  }

  /**
   * All versions of a target, the one recorded last first.
   *
   * @param knownAt only what was recorded until then; null for everything
   */
  public List<Target> list(String targetId, @Nullable Instant knownAt) {
    return db.fetch(
            """
            select %s from target_version
            where plan_id = ? and target_id = ?
              and recorded_at <= coalesce(?::timestamptz, 'infinity')
            order by version desc
            """
                .formatted(COLUMNS),
            planId,
            targetId,
            knownAt == null ? null : knownAt.atOffset(ZoneOffset.UTC))
        .map(TargetVersions::read);
  }

  /**
   * Appends a version that rests on a document, and returns it with its number. The indicator must
   * be locked.
   */
  public Target append(Target target, Instrument instrument) {
    Timestamp recorded = instrument.getRecordedAt();
    int version =
        db.fetchSingle(
                """
                update target set version = version + 1, due = ?
                where plan_id = ? and target_id = ? returning version
                """,
                LocalDate.parse(target.getDue()),
                planId,
                target.getTargetId())
            .get(0, Integer.class);
    db.execute(
        """
        insert into target_version (plan_id, target_id, version, body, recorded_at, actor, kind,
          effective, document, approver, reason)
        values (?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?)
        """,
        planId,
        target.getTargetId(),
        version,
        target.toBuilder().clearVersion().clearInstrument().build().toByteArray(),
        Instant.ofEpochSecond(recorded.getSeconds(), recorded.getNanos()).atOffset(ZoneOffset.UTC),
        instrument.getActor().toByteArray(),
        instrument.getKindValue(),
        LocalDate.parse(instrument.getEffective()),
        instrument.getDocument(),
        instrument.getApprover(),
        instrument.getReason());
    return target.toBuilder().setVersion(version).setInstrument(instrument).build();
  }

  /**
   * Moves the next look at targets forward to the day on which a later version takes effect, of
   * themselves or of an annual plan's target that their schedule goes through.
   */
  void lookWhenEffective(Collection<String> indicatorIds, LocalDate today, ZoneId zone) {
    if (indicatorIds.isEmpty()) {
      return;
    }
    db.execute(
        """
        update subject s set next_due = least(s.next_due, n.effective::timestamp at time zone ?)
        from (
          select w.target_id, min(v.effective) as effective
          from (
            select target_id, plan_id as version_plan_id, target_id as version_target_id
            from target where plan_id = ? and indicator_id = any(?)
            union all
            select s.target_id, t.plan_id, t.target_id
            from target s join target t
              on t.serves_plan_id = s.plan_id and t.serves_target_id = s.target_id
            where s.plan_id = ? and s.indicator_id = any(?)) w
          join target_version v
            on v.plan_id = w.version_plan_id and v.target_id = w.version_target_id
          where v.document <> '' and v.effective > ?
          group by 1) n
        where s.plan_id = ? and s.kind = 1 and s.subject_id = n.target_id
        """,
        zone.getId(),
        planId,
        indicatorIds.toArray(String[]::new),
        planId,
        indicatorIds.toArray(String[]::new),
        today,
        planId);
  }

  /** Reads a row of {@link #COLUMNS}, whatever else is in it. */
  static Target read(Record r) {
    LocalDate effective = r.get("since", LocalDate.class);
    OffsetDateTime recorded = r.get("recorded_at", OffsetDateTime.class);
    Instrument instrument =
        Instrument.newBuilder()
            .setKind(InstrumentKind.forNumber(r.get("kind", Integer.class)))
            .setDocument(r.get("document", String.class))
            .setApprover(r.get("approver", String.class))
            .setReason(r.get("reason", String.class))
            .setEffective(effective == null ? "" : effective.toString())
            .setRecordedAt(
                Timestamp.newBuilder()
                    .setSeconds(recorded.toEpochSecond())
                    .setNanos(recorded.getNano()))
            .setActor(Bytes.parse(Actor.parser(), r.get("actor", byte[].class)))
            .build();
    return Bytes.parse(Target.parser(), r.get("body", byte[].class)).toBuilder()
        .setVersion(r.get("version", Integer.class))
        .setInstrument(instrument)
        .build();
  }
}
