package io.waymark.indicator.postgres;

import io.waymark.indicator.judge.JudgementStore;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Judgements in their rows, and beside each subject the pointer to the one in force. */
public final class JudgementLog implements JudgementStore {
  private static final int LONGEST_HISTORY = 500;

  private final DSLContext db;

  /** Creates the store, within a transaction or without. */
  public JudgementLog(DSLContext db) {
    this.db = db;
  }

  @Override
  public void append(List<Entry> entries, Instant nextLook) {
    JudgementRows rows = new JudgementRows();
    List<Query> pointers = new ArrayList<>();
    for (Entry entry : entries) {
      Judgement judgement = entry.judgement();
      rows.add(entry);
      pointers.add(
          judgement.getRestatesJudgementId().isEmpty()
              ? point(db, judgement, nextLook)
              : count(db, judgement));
    }
    rows.insert(db);
    db.batch(pointers).execute();
  }

  @Override
  public Optional<Entry> inForce(String planId, String subjectId) {
    StoredJudgements stored = new StoredJudgements(db, planId);
    return stored.inForce(stored.subjectId(subjectId)).map(JudgementLog::entry);
  }

  @Override
  public Optional<Entry> byId(String planId, String judgementId) {
    return new StoredJudgements(db, planId).byId(judgementId).map(JudgementLog::entry);
  }

  @Override
  public Optional<Judgement> heldAt(String planId, String subjectId, Instant instant) {
    StoredJudgements stored = new StoredJudgements(db, planId);
    return stored
        .heldAt(stored.subjectId(subjectId), instant)
        .map(found -> Verdicts.withoutFan(found.judgement()));
  }

  @Override
  public List<Judgement> history(String planId, String subjectId) {
    return db.fetch(
            """
            select body from judgement where plan_id = ? and subject_id = ?
            order by kind, version desc limit ?
            """,
            planId,
            new StoredJudgements(db, planId).subjectId(subjectId),
            LONGEST_HISTORY)
        .map(r -> Verdicts.withoutFan(Bytes.parse(Judgement.parser(), r.get(0, byte[].class))));
  }

  private static Entry entry(StoredJudgement stored) {
    return new Entry(stored.judgement(), stored.explanation());
  }

  private static Query count(DSLContext tx, Judgement judgement) {
    return tx.query(
        """
        update subject set version = greatest(version, ?)
        where plan_id = ? and kind = ? and subject_id = ?
        """,
        judgement.getVersion(),
        judgement.getPlanId(),
        (short) judgement.getKindValue(),
        judgement.getSubjectId());
  }

  private static Query point(DSLContext tx, Judgement judgement, Instant nextLook) {
    return tx.query(
        """
        insert into subject (plan_id, kind, subject_id, version, judgement_id, overall, rank,
          category, lead_bureau_id, search, simulated, next_due)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
        on conflict (plan_id, kind, subject_id) do update
        set version = excluded.version, judgement_id = excluded.judgement_id,
          overall = excluded.overall, rank = excluded.rank, category = excluded.category,
          lead_bureau_id = excluded.lead_bureau_id, search = excluded.search,
          simulated = excluded.simulated, next_due = excluded.next_due
        """,
        judgement.getPlanId(),
        (short) judgement.getKindValue(),
        judgement.getSubjectId(),
        judgement.getVersion(),
        UUID.fromString(judgement.getJudgementId()),
        (short) judgement.getLights().getOverallValue(),
        rank(judgement),
        judgement.getCategory(),
        judgement.getLeadBureauId(),
        SearchText.of(judgement),
        judgement.getSimulated(),
        nextLook.atOffset(ZoneOffset.UTC));
  }

  /** Worst first; what cannot be told stands between bad and good. */
  private static short rank(Judgement judgement) {
    return (short)
        switch (judgement.getLights().getOverall()) {
          case LIGHT_OFF_TRACK -> 0;
          case LIGHT_AT_RISK -> 1;
          case LIGHT_UNKNOWN -> 2;
          case LIGHT_SUSPENDED -> 3;
          case LIGHT_ON_TRACK -> 4;
          case LIGHT_AHEAD -> 5;
          case LIGHT_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalStateException(
                  "a judgement without lights: " + judgement.getSubjectId());
        };
  }
}
