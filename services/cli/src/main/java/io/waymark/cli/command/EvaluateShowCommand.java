package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.EvaluationView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.GetSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One snapshot with its scores. */
@Command(name = "show")
final class EvaluateShowCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "SNAPSHOT", descriptionKey = "evaluation.opt.snapshot")
  private String snapshot = "";

  EvaluateShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      GetSnapshotResponse reply =
          session
              .services()
              .evaluation()
              .getSnapshot(
                  GetSnapshotRequest.newBuilder()
                      .setPlanId(session.planId())
                      .setSnapshotId(snapshot)
                      .build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(
            new EvaluationView(view, shell.environment().zone()).whole(reply.getEvaluation()));
      }
    }
    return Problem.DONE;
  }
}
