package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.FindingsView;
import io.waymark.cli.view.View;
import io.waymark.proto.registry.v1.ListFindingsRequest;
import io.waymark.proto.registry.v1.ListFindingsResponse;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports that are worth a second look. */
@Command(name = "findings")
final class FindingsCommand implements Callable<Integer> {
  private static final int PAGE = 5000;

  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", descriptionKey = "subject")
  private @Nullable String project;

  @Option(names = "--bureau", paramLabel = "BUREAU")
  private String bureau = "";

  FindingsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      String one = project;
      ListFindingsResponse reply =
          session
              .services()
              .reporting()
              .listFindings(
                  ListFindingsRequest.newBuilder()
                      .setPlanId(session.planId())
                      .setProjectId(one == null ? "" : new Subjects(shell, session).project(one))
                      .setBureauId(bureau)
                      .setPageSize(PAGE)
                      .build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new FindingsView(view).render(reply.getFindingsList()));
      }
    }
    return Problem.DONE;
  }
}
