package io.waymark.indicator.postgres;

import io.waymark.indicator.judge.Facts;
import io.waymark.indicator.judge.Judging;
import io.waymark.indicator.judge.Verdict;
import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Every subject of a plan judged afresh for a day, by what was known at an instant.
 *
 * @param facts what it was judged by
 * @param judgements without fan, targets first, then by id
 */
record JudgedPlan(Facts facts, List<Judgement> judgements) {
  private static final Comparator<Judgement> ORDER =
      Comparator.comparingInt(Judgement::getKindValue).thenComparing(Judgement::getSubjectId);

  /**
   * Judges; writes nothing.
   *
   * @param rulebook the one to judge by; empty: the plan's, as it was known
   */
  static JudgedPlan of(
      DSLContext db, String planId, LocalDate asOf, Instant knownAt, Optional<Rulebook> rulebook) {
    Facts known =
        new FactsLoader(db, planId, asOf, knownAt)
            .load(ids(db, "indicator", planId), ids(db, "project", planId));
    Facts facts = rulebook.map(known::judgedBy).orElse(known);
    Judging judging = new Judging(facts, asOf);
    // Projects first: each is forecast once, and targets ask for the forecasts.
    Stream<Verdict> projects = facts.projects().keySet().stream().sorted().map(judging::project);
    Stream<Verdict> targets =
        facts.indicators().keySet().stream().sorted().flatMap(id -> judging.targetsOf(id).stream());
    return new JudgedPlan(
        facts,
        Stream.concat(projects, targets)
            .map(verdict -> Verdicts.withoutFan(verdict.judgement()))
            .sorted(ORDER)
            .toList());
  }

  private static List<String> ids(DSLContext db, String table, String planId) {
    return db.fetch("select %1$s_id from %1$s where plan_id = ?".formatted(table), planId)
        .map(r -> r.get(0, String.class));
  }
}
