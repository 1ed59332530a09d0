package io.waymark.indicator.postgres;

import com.google.protobuf.Timestamp;
import io.waymark.indicator.domain.EvaluationCheck;
import io.waymark.indicator.domain.EvaluationCheck.Asked;
import io.waymark.indicator.evaluate.Evaluating;
import io.waymark.indicator.judge.Facts;
import io.waymark.judging.Judge;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.FrozenContent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.rulebooks.Schemes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Evaluates a plan as it was known at an instant. */
public final class Evaluations {
  private final DSLContext db;

  /** Creates the evaluations. */
  public Evaluations(DSLContext db) {
    this.db = db;
  }

  /**
   * An evaluation with what it stands on.
   *
   * @param judgements ordered by kind, then by subject
   */
  public record Made(FrozenContent content, List<Judgement> judgements) {
    /** Copies the judgements. */
    public Made {
      judgements = List.copyOf(judgements);
    }
  }

  /**
   * Judges every subject and scores what comes of it; writes nothing.
   *
   * @param head what the caller says of it: title, document, actor
   */
  public Made make(
      String planId,
      Asked asked,
      Snapshot head,
      BehaviourFacts behaviour,
      Schemes.Known scorecard,
      Schemes.Known index) {
    JudgedPlan judged = consistent(planId, asked);
    Facts facts = judged.facts();
    LocalDate periodStart = EvaluationCheck.fits(asked, facts.plan());
    List<Judgement> judgements = judged.judgements();
    EvaluationCheck.known(
        behaviour,
        subjects(judgements, SubjectKind.SUBJECT_KIND_TARGET),
        facts.projects().keySet(),
        facts.indicators().keySet());
    Snapshot snapshot =
        head.toBuilder()
            .setPlanId(planId)
            .setPlanName(facts.plan().getName())
            .setKind(asked.kind())
            .setAsOf(asked.asOf().toString())
            .setKnownAt(timestamp(asked.knownAt()))
            .setPeriodStart(periodStart.toString())
            .setRulebook(facts.rulebook().name())
            .setRulebookVersion(facts.rulebook().version())
            .setEngineVersion(Judge.ENGINE_VERSION)
            .setScorecard(scorecard.scheme().pin())
            .setIndex(index.scheme().pin())
            .setSubjects(judgements.size())
            .setSimulated(judgements.stream().anyMatch(Judgement::getSimulated))
            .setAssumed(judgements.stream().anyMatch(Judgement::getAssumed))
            .build();
    FrozenContent content =
        FrozenContent.newBuilder()
            .setEvaluation(Evaluating.of(snapshot, judgements, behaviour, scorecard, index))
            .setFacts(behaviour)
            .build();
    return new Made(content, judgements);
  }

  /** All of one moment: what commits meanwhile is seen by none of the queries. */
  private JudgedPlan consistent(String planId, Asked asked) {
    return db.transactionResult(configuration -> {
      DSLContext tx = configuration.dsl();
      tx.execute("set transaction isolation level repeatable read, read only");
      return JudgedPlan.of(tx, planId, asked.asOf(), asked.knownAt(), Optional.empty());
    });
  }

  private static Set<String> subjects(List<Judgement> judgements, SubjectKind kind) {
    return judgements.stream()
        .filter(judgement -> judgement.getKind() == kind)
        .map(Judgement::getSubjectId)
        .collect(Collectors.toSet());
  }

  /** An instant as the contract tells it. */
  public static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
