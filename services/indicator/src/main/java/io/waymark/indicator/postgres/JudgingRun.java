package io.waymark.indicator.postgres;

import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.judge.Judging;
import io.waymark.indicator.judge.Verdict;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Judges subjects within a transaction: locks them in a fixed order, loads what is known, judges,
 * writes the verdicts. The cost follows the subjects that are named, and the targets they feed.
 */
public final class JudgingRun {
  private final DSLContext tx;
  private final Clock clock;
  private final Verdicts verdicts;

  /** Creates a run within {@code tx}. */
  public JudgingRun(DSLContext tx, Clock clock, Verdicts verdicts) {
    this.tx = tx;
    this.clock = clock;
    this.verdicts = verdicts;
  }

  /** Makes other judges of these subjects wait; locks are always taken in this one order. */
  public void lock(String planId, Collection<Subject> subjects) {
    lock("project", planId, ids(subjects, SubjectKind.SUBJECT_KIND_PROJECT));
    lock("indicator", planId, ids(subjects, SubjectKind.SUBJECT_KIND_TARGET));
  }

  /** Judges the subjects of one plan for today, because of {@code trigger}. */
  public void judge(String planId, Collection<Subject> subjects, Trigger trigger) {
    judge(planId, subjects, subject -> trigger);
  }

  /** Judges the subjects of one plan for today, each because of something of its own. */
  public void judge(
      String planId, Collection<Subject> subjects, Function<Subject, Trigger> triggers) {
    judge(planId, subjects, triggers, Map.of());
  }

  /**
   * Judges the subjects of one plan for today, each because of something of its own; then what was
   * held of the past, as far as late figures touch it.
   *
   * @param late which of the subjects a late or corrected figure touches
   */
  public void judge(
      String planId,
      Collection<Subject> subjects,
      Function<Subject, Trigger> triggers,
      Map<Subject, Late> late) {
    Set<String> projects = ids(subjects, SubjectKind.SUBJECT_KIND_PROJECT);
    Set<String> indicators = ids(subjects, SubjectKind.SUBJECT_KIND_TARGET);
    lock(planId, subjects);
    if (tx.fetchOptional("select 1 from plan where plan_id = ?", planId).isEmpty()) {
      return; // The registry may know a project before its plan is loaded; the import judges it.
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    Facts facts = new FactsLoader(tx, planId, today, null).load(indicators, projects);
    InForce inForce = InForce.of(tx, planId, projects, indicators);
    Judging judging = new Judging(facts, today, inForce.judgements());
    List<Verdict> judged = new ArrayList<>();
    projects.stream()
        .filter(facts.projects()::containsKey)
        .forEach(id -> judged.add(judging.project(id)));
    indicators.stream()
        .filter(facts.indicators()::containsKey)
        .forEach(id -> judged.addAll(judging.targetsOf(id)));
    verdicts.write(tx, judged, inForce, now, judgement -> triggers.apply(Subject.of(judgement)));
    if (!late.isEmpty()) {
      new Restating(tx, planId, facts, verdicts).restate(late, today, now);
    }
    RollUps.queue(tx, planId, indicators, triggers, late);
    new TargetVersions(tx, planId).lookWhenEffective(indicators, today, clock.getZone());
    new Upcoming(tx, planId, today, clock.getZone())
        .look(facts.projects(), projects, facts.feeders());
  }

  /**
   * By project: the indicators that it feeds or ever fed, and those that follow one of them.
   * Projects that feed nothing are left out.
   */
  public static Map<String, Set<String>> fedBy(
      DSLContext tx, String planId, Collection<String> projectIds) {
    Map<String, Set<String>> fed = new TreeMap<>();
    tx.fetch(
            """
            select project_id, indicator_id from feeds
            where plan_id = ? and project_id = any(?)
            union
            select f.project_id, i.indicator_id
            from feeds f join indicator i on i.plan_id = f.plan_id and i.follows_id = f.indicator_id
            where f.plan_id = ? and f.project_id = any(?)
            """,
            planId,
            projectIds.toArray(String[]::new),
            planId,
            projectIds.toArray(String[]::new))
        .forEach(r ->
            fed.computeIfAbsent(r.get(0, String.class), id -> new TreeSet<>())
                .add(r.get(1, String.class)));
    return fed;
  }

  /** The indicators and those that follow one of them. */
  public static Set<String> withFollowers(
      DSLContext tx, String planId, Collection<String> indicatorIds) {
    Set<String> all = new TreeSet<>(indicatorIds);
    tx.fetch(
            "select indicator_id from indicator where plan_id = ? and follows_id = any(?)",
            planId,
            indicatorIds.toArray(String[]::new))
        .forEach(r -> all.add(r.get(0, String.class)));
    return all;
  }

  private static Set<String> ids(Collection<Subject> subjects, SubjectKind kind) {
    return subjects.stream()
        .filter(subject -> subject.kind() == kind)
        .map(Subject::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void lock(String table, String planId, Set<String> ids) {
    tx.execute(
        "select 1 from %1$s where plan_id = ? and %1$s_id = any(?) order by %1$s_id for update"
            .formatted(table),
        planId,
        ids.toArray(String[]::new));
  }
}
