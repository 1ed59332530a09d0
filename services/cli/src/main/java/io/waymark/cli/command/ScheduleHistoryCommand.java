package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.SchedulesView;
import io.waymark.cli.view.View;
import io.waymark.proto.registry.v1.ListScheduleVersionsRequest;
import io.waymark.proto.registry.v1.ListScheduleVersionsResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The versions of a project's schedule, with the documents that they rest on. */
@Command(name = "history")
final class ScheduleHistoryCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project")
  private String project = "";

  ScheduleHistoryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      ListScheduleVersionsRequest request =
          ListScheduleVersionsRequest.newBuilder()
              .setPlanId(session.planId())
              .setProjectId(new Subjects(shell, session).project(project))
              .build();
      ListScheduleVersionsResponse reply =
          session.services().registry().listScheduleVersions(request);
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new SchedulesView(view, shell.environment().zone()).render(reply));
      }
    }
    return Problem.DONE;
  }
}
