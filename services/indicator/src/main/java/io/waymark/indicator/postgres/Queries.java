package io.waymark.indicator.postgres;

import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.judge.Checking;
import io.waymark.indicator.judge.Checking.Held;
import io.waymark.indicator.judge.Comparison;
import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.judge.Judging;
import io.waymark.indicator.judge.Verdict;
import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.OverviewCell;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How things stand, and how they stood. */
public final class Queries {
  private final DSLContext db;

  /** Creates the queries. */
  public Queries(DSLContext db) {
    this.db = db;
  }

  /** All plans, ordered by id. */
  public List<Plan> plans() {
    return db.fetch(
            """
            select v.body from plan join plan_version v using (plan_id, version) order by plan_id
            """)
        .map(r -> Bytes.parse(Plan.parser(), r.get(0, byte[].class)));
  }

  /** The indicators of a plan with their targets as of a day, ordered by id. */
  public List<Indicator> indicators(String planId, LocalDate asOf) {
    return List.copyOf(
        new FactsLoader(db, planId, asOf, null)
            .load(ids("indicator", planId), List.of())
            .indicators()
            .values());
  }

  /** Counts of overall lights by kind and field. */
  public List<OverviewCell> overview(String planId) {
    return db.fetch(
            """
            select kind, category, overall, count(*) from subject where plan_id = ?
            group by 1, 2, 3 order by 1, 2, 3
            """,
            planId)
        .map(r ->
            OverviewCell.newBuilder()
                .setKindValue(r.get(0, Integer.class))
                .setCategory(r.get(1, String.class))
                .setLightValue(r.get(2, Integer.class))
                .setCount(r.get(3, Integer.class))
                .build());
  }

  /** Whether any judgement in force stands on a simulated figure. */
  public boolean anySimulated(String planId) {
    return Boolean.TRUE.equals(
        db.fetchSingle(
                "select exists(select 1 from subject where plan_id = ? and simulated)", planId)
            .get(0, Boolean.class));
  }

  /**
   * What to list; an empty text means all.
   *
   * @param afterRank rank of the last subject of the page before; -1 for the first page
   * @param afterId its id
   */
  public record Filter(
      SubjectKind kind,
      List<Light> lights,
      String category,
      String leadBureauId,
      String query,
      int afterRank,
      int afterKind,
      String afterId,
      int limit) {
    /** Copies the lights. */
    public Filter {
      lights = List.copyOf(lights);
    }
  }

  /** A listed judgement and its rank, for paging. */
  public record Listed(int rank, Judgement judgement) {}

  /** The judgements in force that pass the filter, worst first. */
  public List<Listed> list(String planId, Filter filter) {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(DSL.condition("s.plan_id = ?", planId));
    conditions.add(
        DSL.condition(
            "(s.rank, s.kind, s.subject_id) > (?, ?, ?)",
            filter.afterRank(),
            filter.afterKind(),
            filter.afterId()));
    if (filter.kind() != SubjectKind.SUBJECT_KIND_UNSPECIFIED) {
      conditions.add(DSL.condition("s.kind = ?", filter.kind().getNumber()));
    }
    if (!filter.lights().isEmpty()) {
      conditions.add(
          DSL.condition(
              "s.overall = any(?)",
              (Object)
                  filter.lights().stream().map(l -> (short) l.getNumber()).toArray(Short[]::new)));
    }
    if (!filter.category().isEmpty()) {
      conditions.add(DSL.condition("s.category = ?", filter.category()));
    }
    if (!filter.leadBureauId().isEmpty()) {
      conditions.add(DSL.condition("s.lead_bureau_id = ?", filter.leadBureauId()));
    }
    for (String word : filter.query().toLowerCase(java.util.Locale.ROOT).split("\\s+", -1)) {
      if (!word.isEmpty()) {
        conditions.add(DSL.condition("position(? in s.search) > 0", word));
      }
    }
    return db.select(DSL.field("s.rank", Integer.class), DSL.field("j.body", byte[].class))
        .from("subject s join judgement j using (judgement_id)")
        .where(conditions)
        .orderBy(DSL.field("s.rank"), DSL.field("s.kind"), DSL.field("s.subject_id"))
        .limit(filter.limit())
        .fetch(r ->
            new Listed(
                r.value1(), Verdicts.withoutFan(Bytes.parse(Judgement.parser(), r.value2()))));
  }

  /** A judgement with its arithmetic. */
  public record Explained(Judgement judgement, ExplainJudgementResponse steps) {}

  /**
   * A stored judgement: the one of that id, or the one in force of a target id, an indicator id or
   * a project id.
   */
  public Explained inForce(String planId, String id) {
    return explained(new StoredJudgements(db, planId).named(id));
  }

  /** The stored judgement of that id; empty if it is no judgement's id. */
  public Optional<Explained> stored(String planId, String judgementId) {
    return new StoredJudgements(db, planId).byId(judgementId).map(Queries::explained);
  }

  /** What was held of a subject at an instant: the stored judgement that was in force then. */
  public Optional<Judgement> heldAt(String planId, String subjectId, Instant instant) {
    return new JudgementLog(db).heldAt(planId, subjectId, instant);
  }

  private static Explained explained(StoredJudgement stored) {
    return new Explained(stored.judgement(), stored.explanation());
  }

  /** Judges a subject afresh for a date, by what was known at an instant; writes nothing. */
  public Explained judgedFor(
      String planId, String subjectId, LocalDate asOf, @Nullable Instant knownAt) {
    String id = new StoredJudgements(db, planId).subjectId(subjectId);
    Optional<String> indicator = indicatorOf(planId, id);
    List<String> indicators = indicator.map(List::of).orElse(List.of());
    List<String> projects = indicator.isPresent() ? List.of() : List.of(id);
    Facts facts = new FactsLoader(db, planId, asOf, knownAt).load(indicators, projects);
    Judging judging = new Judging(facts, asOf);
    List<Verdict> verdicts = new ArrayList<>();
    indicator
        .filter(facts.indicators()::containsKey)
        .map(judging::targetsOf)
        .ifPresent(verdicts::addAll);
    projects.stream()
        .filter(facts.projects()::containsKey)
        .map(judging::project)
        .forEach(verdicts::add);
    return verdicts.stream()
        .filter(verdict -> verdict.judgement().getSubjectId().equals(id))
        .findFirst()
        .map(verdict ->
            new Explained(
                verdict.judgement(),
                ExplainJudgementResponse.newBuilder().addAllSteps(verdict.steps()).build()))
        .orElseThrow(() -> Failure.notFound("subject", planId + "/" + subjectId));
  }

  /** Judges every subject of a plan under several rulebooks; writes nothing. */
  public CompareRulebooksResponse compare(
      String planId, List<Rulebook> rulebooks, LocalDate asOf, @Nullable Instant knownAt) {
    List<String> indicators = ids("indicator", planId);
    List<String> projects = ids("project", planId);
    Facts facts = new FactsLoader(db, planId, asOf, knownAt).load(indicators, projects);
    return Comparison.of(facts, rulebooks, asOf);
  }

  /** How good judgements have been on the plan's own past; writes nothing. */
  public BacktestResponse backtest(String planId, LocalDate today) {
    Facts facts =
        new FactsLoader(db, planId, today, null).load(ids("indicator", planId), List.of());
    return Checking.of(facts, heldBeforeDue(planId, today), today);
  }

  /**
   * Of each target that has come due, the first judgement stored in each of the three years before;
   * restatements of the past never were held.
   */
  public List<Held> heldBeforeDue(String planId, LocalDate today) {
    return HeldJudgements.beforeDue(db, planId, today);
  }

  private List<String> ids(String table, String planId) {
    return db.fetch("select %1$s_id from %1$s where plan_id = ?".formatted(table), planId)
        .map(r -> r.get(0, String.class));
  }

  /**
   * Judgements of one subject, restatements of past dates included, the one recorded last first.
   */
  public List<Judgement> history(String planId, String subjectId) {
    return new JudgementLog(db).history(planId, subjectId);
  }

  /** Subjects whose verdict may change by time alone. */
  public record Due(String planId, Subject subject) {}

  /** Up to {@code limit} subjects that are due for a look, the longest due first. */
  public static List<Due> due(DSLContext tx, Instant now, int limit) {
    return tx.fetch(
            """
            select s.plan_id, s.kind, coalesce(t.indicator_id, s.subject_id)
            from subject s
            left join target t on s.kind = 1 and t.plan_id = s.plan_id
              and t.target_id = s.subject_id
            where s.next_due <= ?::timestamptz order by s.next_due limit ?
            """,
            now.atOffset(ZoneOffset.UTC),
            limit)
        .map(r ->
            new Due(
                r.get(0, String.class),
                new Subject(
                    SubjectKind.forNumber(r.get(1, Integer.class)), r.get(2, String.class))));
  }

  private Optional<String> indicatorOf(String planId, String targetId) {
    return db.fetchOptional(
            "select indicator_id from target where plan_id = ? and target_id = ?", planId, targetId)
        .map(r -> r.get(0, String.class));
  }
}
