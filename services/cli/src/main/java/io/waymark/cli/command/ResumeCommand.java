package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.ResumeProjectResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts the clock of a suspended project again by an approval. */
@Command(name = "resume")
final class ResumeCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "PROJECT", descriptionKey = "project")
  private @Nullable String project;

  @Option(names = "--from", paramLabel = "DATE", descriptionKey = "resume.from")
  private @Nullable String from;

  @Option(names = "--approval", paramLabel = "NUMBER", descriptionKey = "target.document")
  private @Nullable String approval;

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
  private @Nullable String key;

  ResumeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    ResumeProjectRequest.Builder request =
        ResumeProjectRequest.newBuilder()
            .setProjectId(input.required("PROJECT", project, "expected.project"))
            .setFrom(input.date("--from", input.required("--from", from, "expected.date")))
            .setApproval(input.required("--approval", approval, "expected.document"))
            .setIdempotencyKey(key == null ? "cli-" + UUID.randomUUID() : key);
    input.orFail("next.resume");
    try (Session session = shell.session()) {
      request
          .setPlanId(session.planId())
          .setProjectId(new Subjects(shell, session).project(request.getProjectId()));
      ResumeProjectResponse reply = session.services().registry().resumeProject(request.build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        shell.print(
            shell
                    .words()
                    .get(
                        "resume.done",
                        request.getProjectId(),
                        request.getFrom(),
                        request.getApproval(),
                        request.getIdempotencyKey())
                + "\n");
      }
      return Problem.DONE;
    }
  }
}
