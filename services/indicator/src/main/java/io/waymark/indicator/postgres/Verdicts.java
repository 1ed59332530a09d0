package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.indicator.judge.JudgementStore.Entry;
import io.waymark.indicator.judge.Judging;
import io.waymark.indicator.judge.Replay;
import io.waymark.indicator.judge.Verdict;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.indicator.v1.JudgementRestated;
import io.waymark.proto.indicator.v1.ProjectFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    Instant nextLook = nextLook(now);
    List<Query> looks = new ArrayList<>();
    List<OutboxMessage> messages = new ArrayList<>();
    List<Entry> news = new ArrayList<>();
    for (Verdict verdict : judged) {
      Trigger trigger = triggers.apply(verdict.judgement());
      String key = key(verdict.judgement());
      Judgement was = inForce.judgements().get(key);
      if (was != null && !isNews(was, verdict.judgement(), trigger)) {
        looks.add(look(tx, verdict.judgement(), nextLook));
        continue;
      }
      Judgement judgement = complete(verdict.judgement(), inForce.nextVersion(key), now, trigger);
      news.add(entry(judgement, verdict));
      messages.add(announce(judgement, was, verdict, trigger));
    }
    new JudgementLog(tx).append(news, nextLook);
    tx.batch(looks).execute();
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
    List<OutboxMessage> messages = new ArrayList<>();
    List<Entry> restated = new ArrayList<>();
    for (Restatement restatement : restatements) {
      Judgement judgement =
          restated(restatement, versions.merge(key(restatement.was()), 1L, Long::sum), now);
      restated.add(entry(judgement, restatement.is()));
      messages.add(announce(judgement, restatement.because().trigger()));
    }
    new JudgementLog(tx).append(restated, nextLook(now));
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

  private static Entry entry(Judgement judgement, Verdict verdict) {
    return new Entry(
        judgement, ExplainJudgementResponse.newBuilder().addAllSteps(verdict.steps()).build());
  }

  private static Query look(DSLContext tx, Judgement judgement, Instant nextLook) {
    return tx.query(
        "update subject set next_due = ?::timestamptz where plan_id = ? and kind = ? and subject_id = ?",
        nextLook.atOffset(ZoneOffset.UTC),
        judgement.getPlanId(),
        (short) judgement.getKindValue(),
        judgement.getSubjectId());
  }

  /** The first instant of the next month: schedules and freshness move with time alone. */
  private Instant nextLook(Instant now) {
    return LocalDate.ofInstant(now, zone)
        .withDayOfMonth(1)
        .plusMonths(1)
        .atStartOfDay(zone)
        .toInstant();
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
}
