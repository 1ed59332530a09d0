package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.DecompositionView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.GetDecompositionRequest;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How targets are shared out, and what is wrong with that. */
@Command(name = "decomposition")
final class PlanDecompositionCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "TARGET", descriptionKey = "target")
  private @Nullable String target;

  PlanDecompositionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      String only = target == null ? "" : new Subjects(shell, session).target(target);
      GetDecompositionResponse reply =
          session
              .services()
              .indicator()
              .getDecomposition(
                  GetDecompositionRequest.newBuilder()
                      .setPlanId(session.planId())
                      .setTargetId(only)
                      .build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new DecompositionView(view).render(reply));
      }
      return Problem.DONE;
    }
  }
}
