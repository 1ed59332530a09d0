package io.waymark.cli.command;

import io.waymark.cli.command.EvaluationInput.Read;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.GetSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotScoreRequest;
import io.waymark.proto.indicator.v1.GetSnapshotScoreResponse;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.ScoreOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores of a snapshot, or as they would be. */
final class ScoreCommand {
  private final Shell shell;
  private final EvaluationInput typed;
  private final @Nullable String snapshot;

  /** For what was typed; without a snapshot nothing is written and today counts. */
  ScoreCommand(Shell shell, EvaluationInput typed, @Nullable String snapshot) {
    this.shell = shell;
    this.typed = typed;
    this.snapshot = snapshot;
  }

  /** All scores, without inputs. */
  Evaluation all(Session session) {
    if (snapshot == null) {
      return preview(session, "");
    }
    return session
        .services()
        .evaluation()
        .getSnapshot(
            GetSnapshotRequest.newBuilder()
                .setPlanId(session.planId())
                .setSnapshotId(snapshot)
                .build())
        .getEvaluation();
  }

  /** One score with its inputs and its scheme. */
  GetSnapshotScoreResponse one(Session session, String scoreId) {
    if (snapshot == null) {
      Evaluation preview = preview(session, scoreId);
      Score score =
          List.of(preview.getFieldsList(), preview.getBureausList()).stream()
              .flatMap(List::stream)
              .findFirst()
              .orElse(preview.getIndex());
      return GetSnapshotScoreResponse.newBuilder()
          .setScore(score)
          .setScheme(
              score.getOf() == ScoreOf.SCORE_OF_BUREAU
                  ? preview.getScorecard()
                  : preview.getIndexScheme())
          .build();
    }
    return session
        .services()
        .evaluation()
        .getSnapshotScore(
            GetSnapshotScoreRequest.newBuilder()
                .setPlanId(session.planId())
                .setSnapshotId(snapshot)
                .setScoreId(scoreId)
                .build());
  }

  private Evaluation preview(Session session, String scoreId) {
    Input input = new Input(shell.words());
    Read read = typed.read(shell, input, false);
    input.orFail("evaluation.next.score");
    PreviewEvaluationRequest.Builder request =
        PreviewEvaluationRequest.newBuilder()
            .setPlanId(session.planId())
            .setKind(read.kind())
            .setAsOf(read.asOf())
            .setPeriodStart(read.from())
            .setScorecard(typed.scorecard())
            .setIndex(typed.index())
            .setFacts(typed.facts(shell, session, read))
            .setScoreId(scoreId);
    read.knownAtStamp().ifPresent(request::setKnownAt);
    return Evaluations.patient(session).previewEvaluation(request.build()).getEvaluation();
  }
}
