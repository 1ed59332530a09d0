package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.EvaluationView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.CompareSnapshotsRequest;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What changed from one snapshot to a later one. */
@Command(name = "compare")
final class EvaluateCompareCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "EARLIER", descriptionKey = "evaluation.opt.earlier")
  private String earlier = "";

  @Parameters(index = "1", paramLabel = "LATER", descriptionKey = "evaluation.opt.later")
  private String later = "";

  @Option(names = "--all", descriptionKey = "evaluation.opt.all")
  private boolean all;

  EvaluateCompareCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      CompareSnapshotsResponse reply =
          Evaluations.patient(session)
              .compareSnapshots(
                  CompareSnapshotsRequest.newBuilder()
                      .setPlanId(session.planId())
                      .setEarlierId(earlier)
                      .setSnapshotId(later)
                      .setAll(all)
                      .build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new EvaluationView(view, shell.environment().zone()).comparison(reply));
      }
    }
    return Problem.DONE;
  }
}
