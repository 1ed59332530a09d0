package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.EvaluationView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifySnapshotRequest;
import io.waymark.proto.indicator.v1.VerifySnapshotResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a snapshot again and compares the bytes. */
@Command(name = "verify")
final class EvaluateVerifyCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "SNAPSHOT", descriptionKey = "evaluation.opt.snapshot")
  private String snapshot = "";

  EvaluateVerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      VerifySnapshotResponse reply =
          Evaluations.patient(session)
              .verifySnapshot(
                  VerifySnapshotRequest.newBuilder()
                      .setPlanId(session.planId())
                      .setSnapshotId(snapshot)
                      .build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new EvaluationView(view, shell.environment().zone()).verified(reply));
      }
      return reply.getVerification() == Verification.VERIFICATION_SAME
          ? Problem.DONE
          : Problem.REFUSED;
    }
  }
}
