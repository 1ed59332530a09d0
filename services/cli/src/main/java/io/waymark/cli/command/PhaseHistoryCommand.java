package io.waymark.cli.command;

import com.google.protobuf.util.Timestamps;
import io.waymark.cli.client.Problem;
import io.waymark.cli.view.PhasesView;
import io.waymark.cli.view.View;
import io.waymark.proto.registry.v1.ListPhaseMovesRequest;
import io.waymark.proto.registry.v1.ListPhaseMovesResponse;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a project came to its phase. */
@Command(name = "history")
final class PhaseHistoryCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project")
  private String project = "";

  @Option(names = "--known-at", paramLabel = "TIME", descriptionKey = "phase.known-at")
  private @Nullable String knownAt;

  PhaseHistoryCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    ListPhaseMovesRequest.Builder request = ListPhaseMovesRequest.newBuilder();
    input
        .instant("--known-at", knownAt, shell.environment().zone())
        .ifPresent(at -> request.setKnownAt(Timestamps.fromMillis(at.toEpochMilli())));
    input.orFail("next.phase");
    try (Session session = shell.session()) {
      request
          .setPlanId(session.planId())
          .setProjectId(new Subjects(shell, session).project(project));
      ListPhaseMovesResponse reply = session.services().registry().listPhaseMoves(request.build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new PhasesView(view, shell.environment().zone()).history(reply));
      }
    }
    return Problem.DONE;
  }
}
