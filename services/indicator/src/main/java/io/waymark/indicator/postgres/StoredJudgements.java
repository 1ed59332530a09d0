package io.waymark.indicator.postgres;

import io.waymark.chassis.failure.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Finds the judgements of one plan that were recorded. */
final class StoredJudgements {
  private static final Pattern JUDGEMENT_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String FIELDS =
      " j.judgement_id, j.kind, j.subject_id, j.version, j.as_of, j.recorded_at, j.body, j.steps ";

  private final DSLContext db;
  private final String planId;

  StoredJudgements(DSLContext db, String planId) {
    this.db = db;
    this.planId = planId;
  }

  /** By its id, or the one in force of a target, indicator or project id. */
  StoredJudgement named(String id) {
    return byId(id)
        .or(() -> inForce(subjectId(id)))
        .orElseThrow(() -> Failure.notFound("subject", planId + "/" + id));
  }

  Optional<StoredJudgement> byId(String id) {
    if (!JUDGEMENT_ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return db.fetchOptional(
            "select" + FIELDS + "from judgement j where plan_id = ? and judgement_id = ?",
            planId,
            UUID.fromString(id))
        .map(StoredJudgements::read);
  }

  Optional<StoredJudgement> inForce(String subjectId) {
    return db.fetchOptional(
            "select"
                + FIELDS
                + """
                from subject s join judgement j using (judgement_id)
                where s.plan_id = ? and s.subject_id = ? order by s.kind limit 1
                """,
            planId,
            subjectId)
        .map(StoredJudgements::read);
  }

  /** The one that was in force at an instant; restatements of the past never were. */
  Optional<StoredJudgement> heldAt(String subjectId, Instant instant) {
    return db.fetchOptional(
            "select"
                + FIELDS
                + """
                from judgement j
                where plan_id = ? and subject_id = ? and recorded_at <= ?::timestamptz
                  and restates is null
                order by kind, version desc limit 1
                """,
            planId,
            subjectId,
            instant.atOffset(ZoneOffset.UTC))
        .map(StoredJudgements::read);
  }

  /** An indicator's id stands for its last target; any other id for itself. */
  String subjectId(String id) {
    return db.fetchOptional(
            """
            select target_id from target where plan_id = ? and indicator_id = ?
            order by due desc, target_id limit 1
            """,
            planId,
            id)
        .map(r -> r.get(0, String.class))
        .orElse(id);
  }

  private static StoredJudgement read(Record r) {
    return new StoredJudgement(
        r.get(0, UUID.class),
        r.get(1, Integer.class),
        r.get(2, String.class),
        r.get(3, Long.class),
        r.get(4, LocalDate.class),
        r.get(5, OffsetDateTime.class).toInstant(),
        r.get(6, byte[].class),
        r.get(7, byte[].class));
  }
}
