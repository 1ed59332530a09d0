package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.EvaluationView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.ListSnapshotsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotsResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The snapshots of the plan. */
@Command(name = "list")
final class EvaluateListCommand implements Callable<Integer> {
  private final Shell shell;

  EvaluateListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      ListSnapshotsResponse reply =
          session
              .services()
              .evaluation()
              .listSnapshots(ListSnapshotsRequest.newBuilder().setPlanId(session.planId()).build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(
            new EvaluationView(view, shell.environment().zone()).list(reply.getSnapshotsList()));
      }
    }
    return Problem.DONE;
  }
}
