package io.waymark.indicator.postgres;

import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.evaluate.SnapshotComparison.Frozen;
import io.waymark.indicator.evaluate.SnapshotStore;
import io.waymark.proto.indicator.v1.FrozenContent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.refusals.Refused;
import io.waymark.rulebooks.Schemes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;

/** Frozen evaluations, in rows that the database lets nobody change. */
public final class Snapshots implements SnapshotStore {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int AT_ONCE = 500;

  private final DSLContext db;

  /** Creates the store, within a transaction or without. */
  public Snapshots(DSLContext db) {
    this.db = db;
  }

  @Override
  public Snapshot write(FrozenContent content, List<Judgement> judgements, Instant now) {
    Snapshot head = content.getEvaluation().getSnapshot();
    byte[] body = Bytes.of(content);
    List<byte[]> bodies = judgements.stream().map(Bytes::of).toList();
    Snapshot snapshot = head.toBuilder().setSha256(sha256(body, bodies)).build();
    UUID id = UUID.fromString(head.getSnapshotId());
    int inserted =
        db.execute(
            """
            insert into snapshot (snapshot_id, plan_id, document, as_of, recorded_at, meta, body)
            values (?, ?, ?, ?, ?::timestamptz, ?, ?) on conflict (plan_id, document) do nothing
            """,
            id,
            head.getPlanId(),
            head.getDocument(),
            LocalDate.parse(head.getAsOf()),
            now.atOffset(ZoneOffset.UTC),
            Bytes.of(snapshot),
            body);
    if (inserted == 0) {
      throw Failure.conflict(Refused.DOCUMENT_IN_USE.with(head.getDocument(), head.getPlanId()));
    }
    append(id, judgements, bodies);
    return snapshot;
  }

  private void append(UUID id, List<Judgement> judgements, List<byte[]> bodies) {
    for (int from = 0; from < bodies.size(); from += AT_ONCE) {
      List<Query> rows = new java.util.ArrayList<>();
      for (int seq = from; seq < Math.min(from + AT_ONCE, bodies.size()); seq++) {
        rows.add(
            db.query(
                """
                insert into snapshot_judgement (snapshot_id, seq, kind, subject_id, body)
                values (?, ?, ?, ?, ?)
                """,
                id,
                seq,
                (short) judgements.get(seq).getKindValue(),
                judgements.get(seq).getSubjectId(),
                bodies.get(seq)));
      }
      db.batch(rows).execute();
    }
  }

  @Override
  public void keep(Schemes.Known known, Instant now) {
    db.execute(
        """
        insert into scoring_scheme (name, version, body, recorded_at) values (?, ?, ?, ?::timestamptz)
        on conflict do nothing
        """,
        known.scheme().name(),
        known.scheme().version(),
        known.yaml(),
        now.atOffset(ZoneOffset.UTC));
    String kept =
        db.fetchSingle(
                "select body from scoring_scheme where name = ? and version = ?",
                known.scheme().name(),
                known.scheme().version())
            .get(0, String.class);
    if (!kept.equals(known.yaml())) {
      throw Failure.conflict(Refused.SCHEME_CHANGED.with(known.scheme().pin()));
    }
  }

  @Override
  public List<Snapshot> list(String planId) {
    return db.fetch(
            """
            select meta from snapshot where plan_id = ? order by as_of desc, recorded_at desc
            """,
            planId)
        .map(r -> Bytes.parse(Snapshot.parser(), r.get(0, byte[].class)));
  }

  /** A snapshot as it rests. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; read once
  record Stored(Snapshot meta, byte[] body, List<byte[]> judgements) {
    String contentSha256() {
      return sha256(body, judgements);
    }

    FrozenContent content() {
      return Bytes.parse(FrozenContent.parser(), body);
    }
  }

  /** By id or document, with its content; refused if there is none. */
  Stored stored(String planId, String id) {
    Record row = row(planId, id);
    List<byte[]> judgements =
        db.fetch(
                "select body from snapshot_judgement where snapshot_id = ? order by seq",
                row.get(0, UUID.class))
            .map(r -> r.get(0, byte[].class));
    return new Stored(
        Bytes.parse(Snapshot.parser(), row.get(1, byte[].class)),
        row.get(2, byte[].class),
        judgements);
  }

  private Record row(String planId, String id) {
    String column = ID.matcher(id).matches() ? "snapshot_id::text" : "document";
    return db.fetchOptional(
            "select snapshot_id, meta, body from snapshot where plan_id = ? and %s = ?"
                .formatted(column),
            planId,
            id)
        .orElseThrow(() -> Failure.notFound("snapshot", planId + "/" + id));
  }

  @Override
  public FrozenContent content(String planId, String id) {
    Record row = row(planId, id);
    FrozenContent.Builder content =
        Bytes.parse(FrozenContent.parser(), row.get(2, byte[].class)).toBuilder();
    content
        .getEvaluationBuilder()
        .setSnapshot(Bytes.parse(Snapshot.parser(), row.get(1, byte[].class)));
    return content.build();
  }

  @Override
  public Frozen frozen(String planId, String id) {
    Stored stored = stored(planId, id);
    return new Frozen(
        stored.content().getEvaluation().toBuilder().setSnapshot(stored.meta()).build(),
        stored.judgements().stream().map(b -> Bytes.parse(Judgement.parser(), b)).toList());
  }

  @Override
  public List<Judgement> judgements(String planId, String id, int from, int limit) {
    return db.fetch(
            """
            select body from snapshot_judgement where snapshot_id = ? and seq >= ? order by seq limit ?
            """,
            row(planId, id).get(0, UUID.class),
            from,
            limit)
        .map(r -> Bytes.parse(Judgement.parser(), r.get(0, byte[].class)));
  }

  /** Of the body, then of each judgement; lengths go in, so that no border can move. */
  static String sha256(byte[] body, List<byte[]> judgements) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, body);
      judgements.forEach(judgement -> add(digest, judgement));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update(java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }
}
