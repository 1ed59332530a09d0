package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.TargetVersionsView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.ListTargetVersionsRequest;
import io.waymark.proto.indicator.v1.ListTargetVersionsResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The versions of a target, with the documents that they rest on. */
@Command(name = "history")
final class TargetHistoryCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "TARGET", descriptionKey = "target")
  private String target = "";

  TargetHistoryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      ListTargetVersionsRequest request =
          ListTargetVersionsRequest.newBuilder()
              .setPlanId(session.planId())
              .setTargetId(new Subjects(shell, session).target(target))
              .build();
      ListTargetVersionsResponse reply = session.services().indicator().listTargetVersions(request);
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new TargetVersionsView(view, shell.environment().zone()).render(reply));
      }
    }
    return Problem.DONE;
  }
}
