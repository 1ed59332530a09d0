package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.indicator.judge.Judging;
import io.waymark.indicator.judge.Verdict;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Appends verdicts, moves the pointers to them, and announces them. */
public final class Verdicts {
  private static final String TOPIC = "waymark.indicator.judgement.v1";

  private final PostgresOutbox outbox;
  private final ZoneId zone;
  private final JudgingMetrics metrics;

  /** Creates the writer. */
  public Verdicts(PostgresOutbox outbox, ZoneId zone, JudgingMetrics metrics) {
    this.outbox = outbox;
    this.zone = zone;
    this.metrics = metrics;
  }

  /**
   * Writes what differs from the verdict in force. A verdict that came by time alone and shows the
   * same lights by the same version of the target is no news: it only moves the date of the next
   * look.
   *
   * @param inForce the judgements in force, by {@link Judging#key}
   */
  public void write(
      DSLContext tx,
      List<Verdict> judged,
      Map<String, Judgement> inForce,
      Instant now,
      Function<Judgement, Trigger> triggers) {
    OffsetDateTime nextLook = nextLook(now);
    List<Query> pointers = new ArrayList<>();
    List<OutboxMessage> messages = new ArrayList<>();
    Appended appended = new Appended();
    for (Verdict verdict : judged) {
      Trigger trigger = triggers.apply(verdict.judgement());
      Judgement was = inForce.get(key(verdict.judgement()));
      if (was != null && !isNews(was, verdict.judgement(), trigger)) {
        pointers.add(look(tx, verdict.judgement(), nextLook));
        continue;
      }
      Judgement judgement = complete(verdict.judgement(), was, now, trigger);
      appended.add(judgement, verdict);
      pointers.add(point(tx, judgement, nextLook));
      messages.add(announce(judgement, was, trigger));
    }
    appended.insert(tx);
    tx.batch(pointers).execute();
    outbox.append(tx, messages);
    metrics.judged(judged.size(), messages.size());
  }

  private static boolean isNews(Judgement was, Judgement is, Trigger trigger) {
    if (trigger.isTime()) {
      return !was.getLights().equals(is.getLights())
          || was.getPins().getTargetVersion() != is.getPins().getTargetVersion();
    }
    return !bare(was).equals(bare(is));
  }

  /** Without what {@link #complete} adds, and without what the judgement came after. */
  private static Judgement bare(Judgement judgement) {
    Judgement.Builder bare = judgement.toBuilder();
    bare.getPinsBuilder().clearPreviousJudgementId();
    return bare.clearJudgementId()
        .clearVersion()
        .clearRecordedAt()
        .clearCauseEventId()
        .clearCauseProjectId()
        .build();
  }

  private static Judgement complete(
      Judgement judgement, @Nullable Judgement was, Instant now, Trigger trigger) {
    return judgement.toBuilder()
        .setJudgementId(UUID.randomUUID().toString())
        .setVersion(was == null ? 1 : was.getVersion() + 1)
        .setRecordedAt(
            Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
        .setCauseEventId(trigger.eventId())
        .setCauseProjectId(trigger.projectId())
        .build();
  }

  /** The judgements in force of projects and of the targets of indicators. */
  static Map<String, Judgement> inForce(
      DSLContext tx, String planId, Collection<String> projects, Collection<String> indicators) {
    Map<String, Judgement> found = new HashMap<>();
    tx.fetch(
            """
            select j.body from subject s join judgement j using (judgement_id)
            where s.plan_id = ? and s.kind = 2 and s.subject_id = any(?)
            union all
            select j.body from target t
            join subject s on s.plan_id = t.plan_id and s.kind = 1 and s.subject_id = t.target_id
            join judgement j using (judgement_id)
            where t.plan_id = ? and t.indicator_id = any(?)
            """,
            planId,
            projects.toArray(String[]::new),
            planId,
            indicators.toArray(String[]::new))
        .forEach(r -> {
          Judgement judgement = Bytes.parse(Judgement.parser(), r.get(0, byte[].class));
          found.put(key(judgement), judgement);
        });
    return found;
  }

  private static String key(Judgement judgement) {
    return Judging.key(judgement.getKind(), judgement.getSubjectId());
  }

  private static Query look(DSLContext tx, Judgement judgement, OffsetDateTime nextLook) {
    return tx.query(
        "update subject set next_due = ?::timestamptz where plan_id = ? and kind = ? and subject_id = ?",
        nextLook,
        judgement.getPlanId(),
        (short) judgement.getKindValue(),
        judgement.getSubjectId());
  }

  private static Query point(DSLContext tx, Judgement judgement, OffsetDateTime nextLook) {
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
        Searching.text(judgement),
        judgement.getSimulated(),
        nextLook);
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
              throw new IllegalStateException("a judgement without lights: " + key(judgement));
        };
  }

  /** The first instant of the next month: schedules and freshness move with time alone. */
  private OffsetDateTime nextLook(Instant now) {
    return LocalDate.ofInstant(now, zone)
        .withDayOfMonth(1)
        .plusMonths(1)
        .atStartOfDay(zone)
        .toOffsetDateTime();
  }

  private static OutboxMessage announce(
      Judgement judgement, @Nullable Judgement was, Trigger trigger) {
    JudgementEvent.Builder event = JudgementEvent.newBuilder().setJudgement(withoutFan(judgement));
    if (was != null) {
      event.setPrevious(was.getLights());
    }
    return new OutboxMessage(
        TOPIC,
        judgement.getPlanId() + "/" + judgement.getSubjectId(),
        JudgementEvent.getDescriptor().getFullName(),
        event.build().toByteArray(),
        trigger.traceparent());
  }

  static Judgement withoutFan(Judgement judgement) {
    if (!judgement.hasOutlook()) {
      return judgement;
    }
    Judgement.Builder lean = judgement.toBuilder();
    lean.getOutlookBuilder().clearFan();
    return lean.build();
  }

  /** Rows for one insert. */
  private static final class Appended {
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<byte[]> steps = new ArrayList<>();

    void add(Judgement judgement, Verdict verdict) {
      judgements.add(judgement);
      steps.add(
          ExplainJudgementResponse.newBuilder().addAllSteps(verdict.steps()).build().toByteArray());
    }

    void insert(DSLContext tx) {
      if (judgements.isEmpty()) {
        return;
      }
      Timestamp at = judgements.getFirst().getRecordedAt();
      tx.execute(
          """
          insert into judgement (judgement_id, plan_id, kind, subject_id, version, as_of, body,
            steps, recorded_at)
          select n.*, ?::timestamptz
          from unnest(?::uuid[], ?::text[], ?::smallint[], ?::text[], ?::bigint[], ?::date[],
            ?::bytea[], ?::bytea[]) as n
          """,
          Instant.ofEpochSecond(at.getSeconds(), at.getNanos()).atOffset(ZoneOffset.UTC),
          of(j -> UUID.fromString(j.getJudgementId()), UUID[]::new),
          of(Judgement::getPlanId, String[]::new),
          of(j -> (short) j.getKindValue(), Short[]::new),
          of(Judgement::getSubjectId, String[]::new),
          of(Judgement::getVersion, Long[]::new),
          of(j -> LocalDate.parse(j.getAsOf()), LocalDate[]::new),
          of(Judgement::toByteArray, byte[][]::new),
          steps.toArray(byte[][]::new));
    }

    private <T> T[] of(
        java.util.function.Function<Judgement, T> value,
        java.util.function.IntFunction<T[]> array) {
      return judgements.stream().map(value).toArray(array);
    }
  }

  /** The words by which a subject is found. */
  private static final class Searching {
    private Searching() {}

    static String text(Judgement judgement) {
      String kind = judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT ? "project" : "target";
      return String.join(
              " ",
              kind,
              judgement.getSubjectId(),
              judgement.getSubjectName().getZh(),
              judgement.getSubjectName().getEn(),
              judgement.getLeadBureauName().getZh(),
              judgement.getLeadBureauName().getEn())
          .toLowerCase(java.util.Locale.ROOT);
    }
  }
}
