package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.proto.registry.v1.MovePhaseRequest;
import io.waymark.proto.registry.v1.MovePhaseResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves a project to another phase as of a day. */
@Command(name = "move")
final class PhaseMoveCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", descriptionKey = "project")
  private @Nullable String project;

  @Parameters(index = "1", arity = "0..1", paramLabel = "PHASE", descriptionKey = "phase.word")
  private @Nullable String phase;

  @Option(names = "--date", paramLabel = "DATE", descriptionKey = "phase.date")
  private @Nullable String date;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "phase.reason")
  private @Nullable String reason;

  @Option(names = "--approval", paramLabel = "NUMBER", descriptionKey = "phase.approval")
  private @Nullable String approval;

  @Option(names = "--corrects", paramLabel = "MOVE", descriptionKey = "phase.corrects")
  private @Nullable String corrects;

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
  private @Nullable String key;

  PhaseMoveCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    MovePhaseRequest.Builder request =
        MovePhaseRequest.newBuilder()
            .setProjectId(input.required("PROJECT", project, "expected.project"))
            .setPhase(input.phase("PHASE", input.required("PHASE", phase, "expected.phase")))
            .setDate(input.date("--date", date))
            .setReason(reason == null ? "" : reason)
            .setApproval(approval == null ? "" : approval)
            .setCorrectsMoveId(corrects == null ? "" : corrects)
            .setIdempotencyKey(key == null ? "cli-" + UUID.randomUUID() : key);
    input.orFail("next.phase");
    try (Session session = shell.session()) {
      request
          .setPlanId(session.planId())
          .setProjectId(new Subjects(shell, session).project(request.getProjectId()));
      if (request.getDate().isEmpty()) {
        request.setDate(session.today());
      }
      MovePhaseResponse reply = session.services().registry().movePhase(request.build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        shell.print(
            shell
                    .words()
                    .get(
                        "phase.moved",
                        request.getProjectId(),
                        shell.words().get("phase." + request.getPhase().name()),
                        request.getDate(),
                        reply.getMoveId(),
                        request.getIdempotencyKey())
                + "\n");
      }
      return Problem.DONE;
    }
  }
}
