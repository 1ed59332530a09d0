package io.waymark.indicator.postgres;

import com.google.protobuf.ByteString;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.PackNotes;
import io.waymark.proto.type.v1.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Notes and shares of plans, as versions; what did not change is not written. */
public final class PackRecords {
  private final DSLContext db;
  private final String planId;

  /** A version that counts: its number and its bytes. */
  private record Last(long version, ByteString body) {}

  /** Creates access to the records of {@code planId}. */
  public PackRecords(DSLContext db, String planId) {
    this.db = db;
    this.planId = planId;
  }

  /** What is noted, by sheet and item. */
  public List<PackNotes> notes() {
    return db
        .fetch(
            """
            select distinct on (sheet, item) sheet, item, version, body from pack_note
            where plan_id = ? order by sheet, item, version desc
            """,
            planId)
        .map(r -> Bytes.parse(PackNotes.parser(), r.get(3, byte[].class)))
        .stream()
        .filter(notes -> notes.getRowsCount() > 0)
        .toList();
  }

  /** How targets are shared out, by target and kind. */
  public List<Decomposition> decompositions() {
    return db
        .fetch(
            """
            select distinct on (target_id, kind) target_id, kind, version, body from decomposition
            where plan_id = ? order by target_id, kind, version desc
            """,
            planId)
        .map(r -> Bytes.parse(Decomposition.parser(), r.get(3, byte[].class)))
        .stream()
        .filter(decomposition -> decomposition.getSharesCount() > 0)
        .toList();
  }

  /** Notes anew of some sheets' items; the plan must be locked. */
  public void note(List<PackNotes> notes, Instant now, Actor actor) {
    Map<List<String>, Last> last = new HashMap<>();
    db.fetch(
            """
            select distinct on (sheet, item) sheet, item, version, body from pack_note
            where plan_id = ? order by sheet, item, version desc
            """,
            planId)
        .forEach(r -> last.put(List.of(r.get(0, String.class), r.get(1, String.class)), last(r)));
    List<Query> rows = new ArrayList<>();
    for (PackNotes one : notes) {
      byte[] body = Bytes.of(one);
      @Nullable Last was = last.get(List.of(one.getSheet(), one.getItem()));
      if (isNew(was, body, one.getRowsCount())) {
        rows.add(
            db.query(
                "insert into pack_note values (?, ?, ?, ?, ?, ?::timestamptz, ?)",
                planId,
                one.getSheet(),
                one.getItem(),
                next(was),
                body,
                time(now),
                actor.toByteArray()));
      }
    }
    db.batch(rows).execute();
  }

  /**
   * Shares out some targets anew; the plan must be locked.
   *
   * @return how many were written
   */
  public int share(List<Decomposition> decompositions, Instant now, Actor actor) {
    Map<List<Object>, Last> last = new HashMap<>();
    db.fetch(
            """
            select distinct on (target_id, kind) target_id, kind, version, body from decomposition
            where plan_id = ? order by target_id, kind, version desc
            """,
            planId)
        .forEach(r -> last.put(List.of(r.get(0, String.class), r.get(1, Integer.class)), last(r)));
    List<Query> rows = new ArrayList<>();
    for (Decomposition one : decompositions) {
      byte[] body = Bytes.of(one);
      @Nullable Last was = last.get(List.<Object>of(one.getTargetId(), one.getKindValue()));
      if (isNew(was, body, one.getSharesCount())) {
        rows.add(
            db.query(
                "insert into decomposition values (?, ?, ?, ?, ?, ?::timestamptz, ?)",
                planId,
                one.getTargetId(),
                one.getKindValue(),
                next(was),
                body,
                time(now),
                actor.toByteArray()));
      }
    }
    db.batch(rows).execute();
    return rows.size();
  }

  private static boolean isNew(@Nullable Last was, byte[] body, int parts) {
    return was == null ? parts > 0 : !was.body().equals(ByteString.copyFrom(body));
  }

  private static Last last(Record r) {
    return new Last(r.get(2, Long.class), ByteString.copyFrom(r.get(3, byte[].class)));
  }

  private static long next(@Nullable Last was) {
    return was == null ? 1 : was.version() + 1;
  }

  private static OffsetDateTime time(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
