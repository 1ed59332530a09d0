package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.evaluate.EvaluationExport;
import io.waymark.proto.indicator.v1.CompareSnapshotsRequest;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import io.waymark.proto.indicator.v1.GetSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotScoreRequest;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsResponse;
import io.waymark.proto.indicator.v1.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a snapshot as a document with its tables. */
@Command(name = "export")
final class EvaluateExportCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "SNAPSHOT", descriptionKey = "evaluation.opt.snapshot")
  private String snapshot = "";

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "evaluation.opt.output")
  private @Nullable Path output;

  @Option(names = "--compare", paramLabel = "EARLIER", descriptionKey = "evaluation.opt.compare")
  private @Nullable String earlier;

  EvaluateExportCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    input.required(
        "--output", output == null ? null : output.toString(), "evaluation.expected.folder");
    input.orFail("evaluation.next.export");
    Path folder = shell.environment().workingDirectory().resolve(String.valueOf(output));
    try (Session session = shell.session()) {
      EvaluationExport export =
          new EvaluationExport(shell.words(), shell.environment().zone(), content(session));
      for (Path file : export.write(folder)) {
        shell.print(file + "\n");
      }
    } catch (IOException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      throw Problem.usage(
          List.of(
              shell
                  .words()
                  .get("fault", "--output", reason, shell.words().get("expected.writable"))),
          shell.words().get("evaluation.next.export"));
    }
    return Problem.DONE;
  }

  private EvaluationExport.Content content(Session session) {
    EvaluationServiceBlockingStub service = Evaluations.patient(session);
    String planId = session.planId();
    Evaluation evaluation =
        service
            .getSnapshot(
                GetSnapshotRequest.newBuilder().setPlanId(planId).setSnapshotId(snapshot).build())
            .getEvaluation();
    return new EvaluationExport.Content(
        evaluation,
        judgements(service, planId),
        scores(service, planId, evaluation),
        compared(service, planId));
  }

  private List<Judgement> judgements(EvaluationServiceBlockingStub service, String planId) {
    List<Judgement> all = new ArrayList<>();
    String token = "";
    do {
      ListSnapshotJudgementsResponse page =
          service.listSnapshotJudgements(
              ListSnapshotJudgementsRequest.newBuilder()
                  .setPlanId(planId)
                  .setSnapshotId(snapshot)
                  .setPageToken(token)
                  .build());
      all.addAll(page.getJudgementsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }

  private List<Score> scores(
      EvaluationServiceBlockingStub service, String planId, Evaluation evaluation) {
    List<Score> lean = new ArrayList<>(List.of(evaluation.getIndex()));
    lean.addAll(evaluation.getBureausList());
    return lean.stream()
        .map(score ->
            service
                .getSnapshotScore(
                    GetSnapshotScoreRequest.newBuilder()
                        .setPlanId(planId)
                        .setSnapshotId(snapshot)
                        .setScoreId(score.getScoreId())
                        .build())
                .getScore())
        .toList();
  }

  private Optional<CompareSnapshotsResponse> compared(
      EvaluationServiceBlockingStub service, String planId) {
    return Optional.ofNullable(earlier)
        .map(id ->
            service.compareSnapshots(
                CompareSnapshotsRequest.newBuilder()
                    .setPlanId(planId)
                    .setSnapshotId(snapshot)
                    .setEarlierId(id)
                    .build()));
  }
}
