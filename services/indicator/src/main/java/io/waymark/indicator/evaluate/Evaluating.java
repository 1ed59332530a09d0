package io.waymark.indicator.evaluate;

import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.rulebooks.Schemes;
import io.waymark.rulebooks.scoring.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes an evaluation of frozen judgements and facts: the same of the same, always. */
public final class Evaluating {
  private Evaluating() {}

  /**
   * The evaluation with every input of every score.
   *
   * @param judgements ordered by kind, then by subject
   */
  public static Evaluation of(
      Snapshot snapshot,
      List<Judgement> judgements,
      BehaviourFacts behaviour,
      Schemes.Known scorecard,
      Schemes.Known index) {
    List<Fact> facts = ScoringFacts.of(judgements, behaviour);
    Scores scores = new Scores(facts, LocalDate.parse(snapshot.getAsOf()));
    return Evaluation.newBuilder()
        .setSnapshot(snapshot)
        .setIndex(scores.ofPlan(index.scheme(), snapshot.getPlanName()))
        .addAllFields(scores.ofFields(index.scheme()))
        .addAllBureaus(scores.ofBureaus(scorecard.scheme(), Tallies.bureauNames(judgements)))
        .setTotal(Tallies.total(judgements))
        .addAllByField(Tallies.byField(judgements))
        .addAllByBureau(Tallies.byBureau(judgements))
        .setScorecard(SchemeMessages.of(scorecard))
        .setIndexScheme(SchemeMessages.of(index))
        .setFactsOrigin(behaviour.getOrigin())
        .setFactsCount(
            behaviour.getDutiesCount() + behaviour.getHonestyCount() + behaviour.getAlertsCount())
        .build();
  }

  /** One score with its inputs. */
  public static Optional<Score> score(Evaluation evaluation, String scoreId) {
    return Stream.of(
            Stream.of(evaluation.getIndex()),
            evaluation.getFieldsList().stream(),
            evaluation.getBureausList().stream())
        .flatMap(scores -> scores)
        .filter(score -> score.getScoreId().equals(scoreId))
        .findFirst();
  }

  /** Without the inputs of its scores. */
  public static Evaluation lean(Evaluation evaluation) {
    Evaluation.Builder lean = evaluation.toBuilder();
    lean(lean.getIndexBuilder());
    lean.getFieldsBuilderList().forEach(Evaluating::lean);
    lean.getBureausBuilderList().forEach(Evaluating::lean);
    return lean.build();
  }

  /** With one score alone, its inputs included. */
  public static Evaluation only(Evaluation evaluation, Score score) {
    Evaluation.Builder only = lean(evaluation).toBuilder().clearFields().clearBureaus();
    switch (score.getOf()) {
      case SCORE_OF_FIELD -> only.addFields(score);
      case SCORE_OF_BUREAU -> only.addBureaus(score);
      case SCORE_OF_PLAN, SCORE_OF_UNSPECIFIED, UNRECOGNIZED -> only.setIndex(score);
    }
    return only.build();
  }

  private static void lean(Score.Builder score) {
    score.getPartsBuilderList().forEach(part -> part.clearInputs());
  }
}
