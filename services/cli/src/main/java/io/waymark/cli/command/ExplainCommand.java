package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.ExplanationView;
import io.waymark.cli.view.VerificationView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.ExplainJudgementRequest;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifyJudgementRequest;
import io.waymark.proto.indicator.v1.VerifyJudgementResponse;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arithmetic behind a judgement, or whether it comes out again. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(index = "0", paramLabel = "SUBJECT|JUDGEMENT", descriptionKey = "judgement")
  private String subject = "";

  @Option(names = "--verify")
  private boolean verify;

  @Mixin private final When when = new When();

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    When.Read read = when.read(shell);
    if (verify && read.isSet()) {
      throw Problem.usage(
          List.of(shell.words().get("fault.verifyStored")), shell.words().get("next.verify"));
    }
    try (Session session = shell.session()) {
      if (verify) {
        return verify(session);
      }
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
        shell.print(new ExplanationView(view, shell.environment().zone()).render(reply));
      }
    }
    return Problem.DONE;
  }

  /** Asks for the judgement to be made again; only the same bytes are a success. */
  private int verify(Session session) {
    VerifyJudgementRequest request =
        VerifyJudgementRequest.newBuilder()
            .setPlanId(session.planId())
            .setSubjectId(new Subjects(shell, session).any(subject))
            .build();
    VerifyJudgementResponse reply = session.services().indicator().verifyJudgement(request);
    if (shell.json()) {
      shell.printJson(reply);
    } else {
      View view = new View(shell.words(), shell.style());
      shell.print(new VerificationView(view, shell.environment().zone()).render(reply));
    }
    return reply.getVerification() == Verification.VERIFICATION_SAME
        ? Problem.DONE
        : Problem.REFUSED;
  }
}
