package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.ExplanationView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.ExplainJudgementRequest;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The arithmetic behind a judgement. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "SUBJECT", descriptionKey = "subject")
  private String subject = "";

  @Mixin private final When when = new When();

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    When.Read read = when.read(shell);
    try (Session session = shell.session()) {
      ExplainJudgementRequest.Builder request =
          ExplainJudgementRequest.newBuilder()
              .setPlanId(session.planId())
              .setSubjectId(new Subjects(shell, session).any(subject))
              .setAsOf(read.asOf());
      read.knownAt().ifPresent(request::setKnownAt);
      ExplainJudgementResponse reply =
          session.services().indicator().explainJudgement(request.build());
      if (shell.json()) {
        shell.printJson(reply);
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new ExplanationView(view).render(reply));
      }
    }
    return Problem.DONE;
  }
}
