package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.indicator.judge.Judging;
import io.waymark.indicator.judge.Replay;
import io.waymark.indicator.judge.Verdict;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.indicator.v1.JudgementRestated;
import io.waymark.proto.indicator.v1.ProjectFigures;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
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
  private static final String RESTATEMENTS = "waymark.indicator.restatement.v1";

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
   * @param inForce what is in force of the subjects that were judged
   */
  void write(
      DSLContext tx,
      List<Verdict> judged,
      InForce inForce,
      Instant now,
      Function<Judgement, Trigger> triggers) {
    OffsetDateTime nextLook = nextLook(now);
    List<Query> pointers = new ArrayList<>();
    List<OutboxMessage> messages = new ArrayList<>();
    JudgementRows appended = new JudgementRows();
    for (Verdict verdict : judged) {
      Trigger trigger = triggers.apply(verdict.judgement());
      String key = key(verdict.judgement());
      Judgement was = inForce.judgements().get(key);
      if (was != null && !isNews(was, verdict.judgement(), trigger)) {
        pointers.add(look(tx, verdict.judgement(), nextLook));
        continue;
      }
      Judgement judgement = complete(verdict.judgement(), inForce.nextVersion(key), now, trigger);
      appended.add(judgement, verdict);
      pointers.add(point(tx, judgement, nextLook));
      messages.add(announce(judgement, was, verdict, trigger));
    }
    appended.insert(tx);
    tx.batch(pointers).execute();
    outbox.append(tx, messages);
    metrics.judged(judged.size(), messages.size());
  }

  /** What was held of a past date, what is now known of it, and because of what. */
  record Restatement(Judgement was, Verdict is, Late because) {}

  /**
   * Appends restatements of past dates and announces them, on a topic of their own: none of them
   * becomes the verdict in force.
   *
   * @param lookedAt how many past verdicts were judged anew for these
   */
  void restate(DSLContext tx, List<Restatement> restatements, int lookedAt, Instant now) {
    Map<String, Long> versions =
        InForce.highest(tx, restatements.stream().map(Restatement::was).toList());
    List<Query> counters = new ArrayList<>();
    List<OutboxMessage> messages = new ArrayList<>();
    JudgementRows appended = new JudgementRows();
    for (Restatement restatement : restatements) {
      Judgement judgement =
          restated(restatement, versions.merge(key(restatement.was()), 1L, Long::sum), now);
      appended.add(judgement, restatement.is());
      counters.add(count(tx, judgement));
      messages.add(announce(judgement, restatement.because().trigger()));
    }
    appended.insert(tx);
    tx.batch(counters).execute();
    outbox.append(tx, messages);
    metrics.restated(lookedAt, messages.size());
  }

  private static Judgement restated(Restatement restatement, long version, Instant now) {
    Late because = restatement.because();
    return complete(restatement.is().judgement(), version, now, because.trigger()).toBuilder()
        .setRestatesJudgementId(restatement.was().getJudgementId())
        .setRestatedLights(restatement.was().getLights())
        .setCause(because.lateness().words())
        .build();
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

  private static OutboxMessage announce(Judgement restated, Trigger trigger) {
    JudgementRestated event =
        JudgementRestated.newBuilder()
            .setJudgement(withoutFan(restated))
            .setPrevious(restated.getRestatedLights())
            .build();
    return new OutboxMessage(
        RESTATEMENTS,
        restated.getPlanId() + "/" + restated.getSubjectId(),
        JudgementRestated.getDescriptor().getFullName(),
        Bytes.of(event),
        trigger.traceparent());
  }

  private static boolean isNews(Judgement was, Judgement is, Trigger trigger) {
    if (trigger.isTime()) {
      return !was.getLights().equals(is.getLights())
          || was.getPins().getTargetVersion() != is.getPins().getTargetVersion()
          || !schedule(was).equals(schedule(is));
    }
    return !verdict(was).equals(verdict(is));
  }

  /** What the schedule rests on that a project is judged by. */
  private static String schedule(Judgement judgement) {
    ProjectFigures figures = judgement.getProject();
    return figures.getScheduleDocument() + " " + figures.getScheduleEffective();
  }

  /** Without what is said when it is recorded, and without what the judgement came after. */
  private static Judgement verdict(Judgement judgement) {
    Judgement.Builder verdict = Replay.bare(judgement).toBuilder();
    verdict.getPinsBuilder().clearPreviousJudgementId();
    return verdict.build();
  }

  private static Judgement complete(
      Judgement judgement, long version, Instant now, Trigger trigger) {
    return judgement.toBuilder()
        .setJudgementId(UUID.randomUUID().toString())
        .setVersion(version)
        .setRecordedAt(
            Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
        .setCauseEventId(trigger.eventId())
        .setCauseProjectId(trigger.projectId())
        .build();
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
      Judgement judgement, @Nullable Judgement was, Verdict verdict, Trigger trigger) {
    JudgementEvent.Builder event = JudgementEvent.newBuilder().setJudgement(withoutFan(judgement));
    if (was != null) {
      event.setPrevious(was.getLights());
    }
    if (calls(judgement) || (was != null && calls(was))) {
      event.setCourse(verdict.lines().toBuilder().addAllSteps(verdict.steps()));
    }
    return new OutboxMessage(
        TOPIC,
        judgement.getPlanId() + "/" + judgement.getSubjectId(),
        JudgementEvent.getDescriptor().getFullName(),
        Bytes.of(event.build()),
        trigger.traceparent());
  }

  /** Whether somebody may be told; most subjects are fine, and their events stay lean. */
  private static boolean calls(Judgement judgement) {
    return switch (judgement.getLights().getOverall()) {
      case LIGHT_AT_RISK, LIGHT_OFF_TRACK -> true;
      default -> false;
    };
  }

  static Judgement withoutFan(Judgement judgement) {
    if (!judgement.hasOutlook()) {
      return judgement;
    }
    Judgement.Builder lean = judgement.toBuilder();
    lean.getOutlookBuilder().clearFan();
    return lean.build();
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
