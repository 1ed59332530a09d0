package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.judge.Fork;
import io.waymark.indicator.judge.Judging;
import io.waymark.indicator.judge.Verdict;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.WhatIfChange;
import io.waymark.proto.indicator.v1.WhatIfFigure;
import io.waymark.proto.indicator.v1.WhatIfProject;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfResponse;
import io.waymark.proto.indicator.v1.WhatIfTarget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;

/** Judges suppositions beside what is known, in a transaction that cannot write. */
public final class WhatIfs {
  private final DSLContext db;

  /** Creates access. */
  public WhatIfs(DSLContext db) {
    this.db = db;
  }

  /** What would change; the request has been checked. */
  public WhatIfResponse judge(WhatIfRequest request, LocalDate asOf, Instant now) {
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      tx.execute("set transaction isolation level repeatable read read only");
      return new Question(tx, request, asOf, now).answer();
    });
  }

  /** One request. */
  private static final class Question {
    private final DSLContext tx;
    private final WhatIfRequest request;
    private final String planId;
    private final LocalDate asOf;
    private final Instant now;
    private final Map<String, Set<String>> causes = new TreeMap<>();

    Question(DSLContext tx, WhatIfRequest request, LocalDate asOf, Instant now) {
      this.tx = tx;
      this.request = request;
      this.planId = request.getPlanId();
      this.asOf = asOf;
      this.now = now;
    }

    WhatIfResponse answer() {
      Set<String> projects = new TreeSet<>();
      request.getProjectsList().forEach(project -> projects.add(project.getProjectId()));
      Set<String> indicators = indicators(projects);
      Facts known = new FactsLoader(tx, planId, asOf, null).load(indicators, projects);
      mustExist(known);
      Facts supposed = Fork.of(known, request, asOf, now);
      Map<String, Judgement> inForce = inForce(planId, projects, indicators);
      Judging before = new Judging(known, asOf, inForce);
      Judging after = new Judging(supposed, asOf, inForce, before.carriedShares(changedTargets()));
      List<Judgement> was = judged(before, known, indicators, projects);
      List<Judgement> is = judged(after, supposed, indicators, projects);
      WhatIfResponse.Builder reply =
          WhatIfResponse.newBuilder().setAsOf(asOf.toString()).setJudged(was.size());
      addChanges(reply, was, is);
      wholes(reply, planId, indicators, changedTargets(), supposed);
      return reply.build();
    }

    private void addChanges(WhatIfResponse.Builder reply, List<Judgement> was, List<Judgement> is) {
      Map<String, Long> versions = versions(was);
      for (int i = 0; i < was.size(); i++) {
        if (changed(was.get(i), is.get(i))) {
          reply.addChanges(
              WhatIfChange.newBuilder()
                  .setBefore(was.get(i))
                  .setAfter(complete(is.get(i), versions)));
        }
      }
    }

    /**
     * Targets, of whatever plan, that are made up of what is touched, and theirs in turn, or whose
     * schedule goes through targets that are supposed otherwise: those alone have other values.
     */
    private void wholes(
        WhatIfResponse.Builder reply,
        String ownPlan,
        Set<String> touched,
        Set<String> targets,
        Facts supposed) {
      Map<String, Set<String>> byPlan = new TreeMap<>();
      tx.fetch(
              """
              select plan_id, indicator_id from rolls_up
              where part_plan_id = ? and part_indicator_id = any(?)
              union
              select s.plan_id, s.indicator_id
              from target t join target s
                on s.plan_id = t.serves_plan_id and s.target_id = t.serves_target_id
              where t.plan_id = ? and t.target_id = any(?) and t.serves_plan_id not in ('', t.plan_id)
              """,
              ownPlan,
              touched.toArray(String[]::new),
              ownPlan,
              targets.toArray(String[]::new))
          .forEach(r ->
              byPlan
                  .computeIfAbsent(r.get(0, String.class), plan -> new TreeSet<>())
                  .add(r.get(1, String.class)));
      byPlan.forEach((plan, indicators) -> {
        Facts whole = new FactsLoader(tx, plan, asOf, null).load(indicators, Set.of());
        Facts then = whole.withFork(supposed);
        Map<String, Judgement> inForce = inForce(plan, Set.of(), indicators);
        List<Judgement> was =
            judged(new Judging(whole, asOf, inForce), whole, indicators, Set.of());
        List<Judgement> is = judged(new Judging(then, asOf, inForce), then, indicators, Set.of());
        reply.setJudged(reply.getJudged() + was.size());
        addChanges(reply, was, is);
        wholes(reply, plan, indicators, Set.of(), then);
      });
    }

    /** Today's lights hold within the rulebook's dead band; those of another date stand alone. */
    private Map<String, Judgement> inForce(
        String plan, Set<String> projects, Set<String> indicators) {
      return request.getAsOf().isEmpty()
          ? InForce.of(tx, plan, projects, indicators).judgements()
          : Map.of();
    }

    private Set<String> indicators(Set<String> projects) {
      causes.putAll(JudgingRun.fedBy(tx, planId, projects));
      Set<String> touched = new TreeSet<>();
      causes.values().forEach(touched::addAll);
      List<String> observed =
          request.getFiguresList().stream().map(WhatIfFigure::getIndicatorId).toList();
      touched.addAll(JudgingRun.withFollowers(tx, planId, observed));
      TargetVersions targets = new TargetVersions(tx, planId);
      for (WhatIfTarget target : request.getTargetsList()) {
        touched.add(
            targets
                .indicatorOf(target.getTargetId())
                .orElseThrow(() -> unknown("target", target.getTargetId())));
      }
      return touched;
    }

    private void mustExist(Facts known) {
      for (WhatIfProject project : request.getProjectsList()) {
        if (!known.projects().containsKey(project.getProjectId())) {
          throw unknown("project", project.getProjectId());
        }
      }
      for (WhatIfFigure figure : request.getFiguresList()) {
        if (!known.indicators().containsKey(figure.getIndicatorId())) {
          throw unknown("indicator", figure.getIndicatorId());
        }
      }
    }

    private Set<String> changedTargets() {
      Set<String> ids = new TreeSet<>();
      request.getTargetsList().forEach(target -> ids.add(target.getTargetId()));
      return ids;
    }

    private static List<Judgement> judged(
        Judging judging, Facts facts, Set<String> indicators, Set<String> projects) {
      List<Verdict> verdicts = new ArrayList<>();
      indicators.stream()
          .filter(facts.indicators()::containsKey)
          .forEach(id -> verdicts.addAll(judging.targetsOf(id)));
      projects.forEach(id -> verdicts.add(judging.project(id)));
      return verdicts.stream().map(Verdict::judgement).toList();
    }

    private static boolean changed(Judgement was, Judgement is) {
      return !was.getLights().equals(is.getLights())
          || !was.getTarget().equals(is.getTarget())
          || !was.getOutlook().equals(is.getOutlook())
          || !was.getProject().equals(is.getProject());
    }

    /** As the event path would announce it, so that alerting can say what would follow. */
    private Judgement complete(Judgement judgement, Map<String, Long> versions) {
      return Verdicts.withoutFan(judgement).toBuilder()
          .setJudgementId(Fork.ID)
          .setVersion(versions.getOrDefault(key(judgement), 0L) + 1)
          .setRecordedAt(
              Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
          .setCauseEventId(Fork.ID)
          .setCauseProjectId(causeOf(judgement))
          .build();
    }

    private String causeOf(Judgement judgement) {
      if (!judgement.getPlanId().equals(planId)) {
        return "";
      }
      if (judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT) {
        return judgement.getSubjectId();
      }
      String cause = "";
      for (Map.Entry<String, Set<String>> one : causes.entrySet()) {
        cause = one.getValue().contains(judgement.getIndicatorId()) ? one.getKey() : cause;
      }
      return cause;
    }

    private Map<String, Long> versions(List<Judgement> judged) {
      Map<String, Long> found = new HashMap<>();
      if (judged.isEmpty()) {
        return found;
      }
      tx.fetch(
              """
              select s.kind, s.subject_id, s.version
              from unnest(?::smallint[], ?::text[]) as w(kind, id)
              join subject s on s.plan_id = ? and s.kind = w.kind and s.subject_id = w.id
              """,
              judged.stream().map(j -> (short) j.getKindValue()).toArray(Short[]::new),
              judged.stream().map(Judgement::getSubjectId).toArray(String[]::new),
              judged.getFirst().getPlanId())
          .forEach(r ->
              found.put(
                  r.get(0, Integer.class) + "/" + r.get(1, String.class), r.get(2, Long.class)));
      return found;
    }

    private static String key(Judgement judgement) {
      return judgement.getKindValue() + "/" + judgement.getSubjectId();
    }

    private Failure unknown(String kind, String id) {
      return Failure.notFound(kind, planId + "/" + id);
    }
  }
}
