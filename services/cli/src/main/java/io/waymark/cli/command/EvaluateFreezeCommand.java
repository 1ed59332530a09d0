package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.command.EvaluationInput.Read;
import io.waymark.cli.view.EvaluationView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.FreezeSnapshotResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Freezes an evaluation for good. */
@Command(name = "freeze")
final class EvaluateFreezeCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final EvaluationInput typed = new EvaluationInput();

  @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "evaluation.opt.title")
  private @Nullable String title;

  @Option(names = "--document", paramLabel = "NUMBER", descriptionKey = "evaluation.opt.document")
  private @Nullable String document;

  @Option(names = "--key", paramLabel = "KEY", descriptionKey = "key")
  private @Nullable String key;

  EvaluateFreezeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    Read read = typed.read(shell, input, true);
    FreezeSnapshotRequest.Builder request =
        FreezeSnapshotRequest.newBuilder()
            .setIdempotencyKey(key == null ? "cli-" + UUID.randomUUID() : key)
            .setKind(read.kind())
            .setTitle(input.required("--title", title, "evaluation.expected.title"))
            .setDocument(input.required("--document", document, "expected.document"))
            .setAsOf(read.asOf())
            .setPeriodStart(read.from())
            .setScorecard(typed.scorecard())
            .setIndex(typed.index());
    input.orFail("evaluation.next.freeze");
    read.knownAtStamp().ifPresent(request::setKnownAt);
    try (Session session = shell.session()) {
      request.setPlanId(session.planId()).setFacts(typed.facts(shell, session, read));
      FreezeSnapshotResponse reply = Evaluations.patient(session).freezeSnapshot(request.build());
      if (shell.json()) {
        shell.note(shell.words().get("note.key", request.getIdempotencyKey()));
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(
            new EvaluationView(view, shell.environment().zone()).whole(reply.getEvaluation()));
        shell.note(shell.words().get("note.key", request.getIdempotencyKey()));
      }
    }
    return Problem.DONE;
  }
}
