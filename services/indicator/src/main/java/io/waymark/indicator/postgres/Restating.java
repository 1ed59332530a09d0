package io.waymark.indicator.postgres;

import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.judge.Judging;
import io.waymark.indicator.judge.Told;
import io.waymark.indicator.judge.Verdict;
import io.waymark.indicator.postgres.Verdicts.Restatement;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Judges anew what a late or corrected figure made untrue: of each subject that it touches every
 * as-of date since the figure's day for which a judgement is stored, once, by all that is known
 * now. A date whose verdict tells the same as before is left alone. Today is not among them: the
 * ordinary judgement speaks of it.
 *
 * <p>The cost follows the change: one load of facts, which the judgement of today needed anyhow,
 * and one judging per date and subject.
 */
final class Restating {
  /** Dates whose judgements are held in memory at a time. */
  private static final int BATCH = 50;

  private final DSLContext tx;
  private final String planId;
  private final Facts facts;
  private final Verdicts verdicts;

  Restating(DSLContext tx, String planId, Facts facts, Verdicts verdicts) {
    this.tx = tx;
    this.planId = planId;
    this.facts = facts;
    this.verdicts = verdicts;
  }

  void restate(Map<Subject, Late> late, LocalDate today, Instant now) {
    Touched touched = new Touched();
    late.forEach((subject, because) -> touched.add(subject, because, facts));
    List<LocalDate> dates = touched.dates(tx, planId, today);
    for (int from = 0; from < dates.size(); from += BATCH) {
      List<LocalDate> some = dates.subList(from, Math.min(dates.size(), from + BATCH));
      restate(touched.stored(tx, planId, some), late, now);
    }
  }

  private void restate(List<Judgement> stored, Map<Subject, Late> late, Instant now) {
    Map<String, Map<String, Judgement>> before = before(stored);
    Map<String, Judging> byDate = new HashMap<>();
    List<Restatement> restatements = new ArrayList<>();
    for (Judgement was : stored) {
      Judging judging =
          byDate.computeIfAbsent(
              was.getAsOf(),
              date ->
                  new Judging(
                      on(LocalDate.parse(date)),
                      LocalDate.parse(date),
                      before.getOrDefault(date, Map.of())));
      Verdict is = judged(judging, was);
      Late because = late.get(Subject.of(was));
      if (because != null && is != null && !Told.same(was, is.judgement())) {
        restatements.add(new Restatement(was, is, because));
      }
    }
    verdicts.restate(tx, restatements, stored.size(), now);
  }

  /** By all that is known now; of parts and annual plans the targets in force on that date. */
  private Facts on(LocalDate date) {
    FactsLoader then = new FactsLoader(tx, planId, date, null);
    Facts parts =
        facts.parts().isEmpty() ? facts : facts.withParts(then.parts(facts.indicators().values()));
    return facts.steps().isEmpty()
        ? parts
        : parts.withSteps(then.steps(facts.plan(), facts.indicators().values()));
  }

  /**
   * By date and subject the judgement that the one of that date came after: its lights may hold
   * within the dead band, as they did then, unless the figure that came late ends it.
   */
  private Map<String, Map<String, Judgement>> before(List<Judgement> stored) {
    Map<String, Judgement> dates = new HashMap<>();
    stored.stream()
        .filter(was -> !was.getPins().getPreviousJudgementId().isEmpty())
        .forEach(was -> dates.put(was.getPins().getPreviousJudgementId(), was));
    Map<String, Map<String, Judgement>> before = new HashMap<>();
    tx.fetch(
            "select judgement_id, body from judgement where judgement_id = any(?)",
            (Object) dates.keySet().stream().map(UUID::fromString).toArray(UUID[]::new))
        .forEach(r -> {
          Judgement after = dates.get(r.get(0, UUID.class).toString());
          if (after != null) {
            before
                .computeIfAbsent(after.getAsOf(), date -> new HashMap<>())
                .put(
                    Judging.key(after.getKind(), after.getSubjectId()),
                    Bytes.parse(Judgement.parser(), r.get(1, byte[].class)));
          }
        });
    return before;
  }

  private @Nullable Verdict judged(Judging judging, Judgement was) {
    if (was.getKind() == SubjectKind.SUBJECT_KIND_PROJECT) {
      return facts.projects().containsKey(was.getSubjectId())
          ? judging.project(was.getSubjectId())
          : null;
    }
    Target inForceThen = inForceThen(was);
    return inForceThen == null ? null : judging.target(was.getIndicatorId(), inForceThen);
  }

  /** A target that was revised since keeps its old version for the dates before. */
  private @Nullable Target inForceThen(Judgement was) {
    int pinned = was.getPins().getTargetVersion();
    Indicator indicator = facts.indicators().get(was.getIndicatorId());
    if (indicator == null) {
      return null;
    }
    for (Target target : indicator.getTargetsList()) {
      if (target.getTargetId().equals(was.getSubjectId()) && target.getVersion() == pinned) {
        return target;
      }
    }
    return new TargetVersions(tx, planId).version(was.getSubjectId(), pinned).orElse(null);
  }

  /** The subjects that a figure touches, and since when. */
  private static final class Touched {
    private final List<Short> kinds = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<LocalDate> since = new ArrayList<>();

    void add(Subject subject, Late because, Facts facts) {
      if (subject.kind() == SubjectKind.SUBJECT_KIND_PROJECT) {
        add(subject.kind(), subject.id(), because);
        return;
      }
      Indicator indicator = facts.indicators().get(subject.id());
      if (indicator != null) {
        indicator.getTargetsList().forEach(t -> add(subject.kind(), t.getTargetId(), because));
      }
    }

    private void add(SubjectKind kind, String id, Late because) {
      kinds.add((short) kind.getNumber());
      ids.add(id);
      since.add(because.lateness().from());
    }

    /** Every earlier day since then for which any of them was judged, oldest first. */
    List<LocalDate> dates(DSLContext tx, String planId, LocalDate today) {
      return tx.fetch(
              """
              select distinct j.as_of
              from unnest(?::smallint[], ?::text[], ?::date[]) as w(kind, id, since)
              join judgement j on j.plan_id = ? and j.kind = w.kind and j.subject_id = w.id
                and j.as_of >= w.since and j.as_of < ?
              order by 1
              """,
              kinds.toArray(Short[]::new),
              ids.toArray(String[]::new),
              since.toArray(LocalDate[]::new),
              planId,
              today)
          .map(r -> r.get(0, LocalDate.class));
    }

    /** What is held of those days: of each subject and day the judgement recorded last. */
    List<Judgement> stored(DSLContext tx, String planId, List<LocalDate> dates) {
      return tx.fetch(
              """
              select distinct on (j.as_of, j.kind, j.subject_id) j.body
              from unnest(?::smallint[], ?::text[], ?::date[]) as w(kind, id, since)
              join judgement j on j.plan_id = ? and j.kind = w.kind and j.subject_id = w.id
                and j.as_of >= w.since and j.as_of = any(?)
              order by j.as_of, j.kind, j.subject_id, j.version desc
              """,
              kinds.toArray(Short[]::new),
              ids.toArray(String[]::new),
              since.toArray(LocalDate[]::new),
              planId,
              dates.toArray(LocalDate[]::new))
          .map(r -> Bytes.parse(Judgement.parser(), r.get(0, byte[].class)));
    }
  }
}
