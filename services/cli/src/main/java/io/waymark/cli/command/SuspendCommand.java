package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.registry.v1.SuspendProjectResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops the clock of a project by an approval. */
@Command(name = "suspend")
final class SuspendCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", descriptionKey = "project")
  private @Nullable String project;

  @Option(names = "--from", paramLabel = "DATE", descriptionKey = "suspend.from")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "DATE", descriptionKey = "suspend.until")
  private @Nullable String until;

  @Option(names = "--planned-until", paramLabel = "DATE", descriptionKey = "suspend.planned-until")
  private @Nullable String plannedUntil;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "target.reason")
  private @Nullable String reason;

  @Option(names = "--approval", paramLabel = "NUMBER", descriptionKey = "target.document")
  private @Nullable String approval;

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
  private @Nullable String key;

  SuspendCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    SuspendProjectRequest.Builder request =
        SuspendProjectRequest.newBuilder()
            .setProjectId(input.required("PROJECT", project, "expected.project"))
            .setFrom(input.date("--from", input.required("--from", from, "expected.date")))
            .setUntil(input.date("--until", until))
            .setPlannedUntil(input.date("--planned-until", plannedUntil))
            .setReason(input.required("--reason", reason, "expected.reason"))
            .setApproval(input.required("--approval", approval, "expected.document"))
            .setIdempotencyKey(key == null ? "cli-" + UUID.randomUUID() : key);
    input.orFail("next.suspend");
    try (Session session = shell.session()) {
      request
          .setPlanId(session.planId())
          .setProjectId(new Subjects(shell, session).project(request.getProjectId()));
      SuspendProjectResponse reply = session.services().registry().suspendProject(request.build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        String key = request.getUntil().isEmpty() ? "suspend.done" : "suspend.doneUntil";
        shell.print(
            shell
                    .words()
                    .get(
                        key,
                        request.getProjectId(),
                        request.getFrom(),
                        request.getUntil(),
                        request.getApproval(),
                        request.getIdempotencyKey())
                + "\n");
      }
      return Problem.DONE;
    }
  }
}
