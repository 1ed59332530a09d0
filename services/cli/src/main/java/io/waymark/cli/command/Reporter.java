package io.waymark.cli.command;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * Insists that whoever reports says for which bureau, and names the one that may where it is known.
 */
final class Reporter {
  private Reporter() {}

  static void require(Shell shell, Optional<String> subject) {
    if (shell.globals().bureau().isPresent() || shell.tokens().given()) {
      return;
    }
    Words words = shell.words();
    String line =
        words.get("fault", "--as", words.get("fault.missing"), words.get("expected.bureau"));
    String next = subject.flatMap(s -> lead(shell, s)).orElseGet(() -> words.get("next.bureau"));
    throw Problem.usage(List.of(line), next);
  }

  private static Optional<String> lead(Shell shell, String subject) {
    try (Session session = shell.session()) {
      GetJudgementRequest request =
          GetJudgementRequest.newBuilder()
              .setPlanId(session.planId())
              .setSubjectId(new Subjects(shell, session).any(subject))
              .build();
      Judgement judgement = session.services().indicator().getJudgement(request).getJudgement();
      String name = shell.language().of(judgement.getSubjectName());
      String bureau = shell.language().of(judgement.getLeadBureauName());
      return Optional.of(shell.words().get("next.lead", name, bureau, judgement.getLeadBureauId()));
    } catch (StatusRuntimeException | ProblemException e) {
      return Optional.empty(); // a hint only: the fault is told either way
    }
  }
}
