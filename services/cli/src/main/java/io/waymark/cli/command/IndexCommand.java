package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.EvaluationView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.GetSnapshotScoreResponse;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The index of the plan and of its fields, or one of them with every input. */
@Command(name = "index")
final class IndexCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      descriptionKey = "evaluation.opt.snapshotOrToday")
  private @Nullable String snapshot;

  @Option(names = "--field", paramLabel = "FIELD", descriptionKey = "evaluation.opt.field")
  private @Nullable String field;

  @Option(names = "--inputs", descriptionKey = "evaluation.opt.inputs")
  private boolean inputs;

  @Mixin private final EvaluationInput typed = new EvaluationInput();

  IndexCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    typed.judgementsSuffice();
    ScoreCommand scores = new ScoreCommand(shell, typed, snapshot);
    EvaluationView view =
        new EvaluationView(new View(shell.words(), shell.style()), shell.environment().zone());
    try (Session session = shell.session()) {
      if (field == null && !inputs) {
        Evaluation all = scores.all(session);
        shell.show(all, () -> view.head(all.getSnapshot()) + "\n" + view.index(all));
      } else {
        GetSnapshotScoreResponse one =
            scores.one(session, field == null ? "index" : "field:" + field);
        shell.show(one, () -> view.score(one.getScore(), one.getScheme()));
      }
    }
    return Problem.DONE;
  }
}
