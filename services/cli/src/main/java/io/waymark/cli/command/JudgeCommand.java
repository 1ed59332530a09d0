package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.HistoryView;
import io.waymark.cli.view.JudgementView;
import io.waymark.cli.view.OverviewView;
import io.waymark.cli.view.TwoClocksView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.GetOverviewRequest;
import io.waymark.proto.indicator.v1.GetOverviewResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.ListJudgementHistoryRequest;
import io.waymark.proto.indicator.v1.ListJudgementHistoryResponse;
import io.waymark.proto.indicator.v1.ListJudgementsRequest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How one subject stands, or all of them. */
@Command(name = "judge")
final class JudgeCommand implements Callable<Integer> {
  private static final int WORST = 15;

  private final Shell shell;

  @Parameters(index = "0", arity = "0..1", paramLabel = "SUBJECT", descriptionKey = "subject")
  private @Nullable String subject;

  @Option(names = "--history")
  private boolean history;

  @Mixin private final When when = new When();

  JudgeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    When.Read read = when.read(shell);
    String typed = subject;
    if (history && read.isSet()) {
      throw Problem.usage(
          List.of(shell.words().get("fault.historyAlone")), shell.words().get("next.history"));
    }
    if (typed == null && (read.isSet() || history)) {
      throw Problem.usage(
          List.of(
              shell
                  .words()
                  .get(
                      "fault",
                      "SUBJECT",
                      shell.words().get("fault.missing"),
                      shell.words().get("expected.subject"))),
          shell.words().get("next.judge"));
    }
    try (Session session = shell.session()) {
      if (typed == null) {
        overview(session);
      } else if (history) {
        history(session, typed);
      } else {
        judgement(session, typed, read);
      }
    }
    return Problem.DONE;
  }

  private void judgement(Session session, String typed, When.Read read) {
    GetJudgementRequest.Builder request =
        GetJudgementRequest.newBuilder()
            .setPlanId(session.planId())
            .setSubjectId(new Subjects(shell, session).any(typed))
            .setAsOf(read.asOf());
    read.knownAt().ifPresent(request::setKnownAt);
    GetJudgementResponse reply = session.services().indicator().getJudgement(request.build());
    if (shell.json()) {
      shell.printJson(reply);
    } else {
      View view = new View(shell.words(), shell.style());
      shell.print(
          reply.getJudgedAfresh()
              ? new TwoClocksView(view, shell.environment().zone()).render(reply)
              : new JudgementView(view).render(reply.getJudgement()));
    }
  }

  private void history(Session session, String typed) {
    ListJudgementHistoryRequest request =
        ListJudgementHistoryRequest.newBuilder()
            .setPlanId(session.planId())
            .setSubjectId(new Subjects(shell, session).any(typed))
            .build();
    ListJudgementHistoryResponse reply =
        session.services().indicator().listJudgementHistory(request);
    if (shell.json()) {
      shell.printJson(reply);
    } else {
      View view = new View(shell.words(), shell.style());
      shell.print(
          new HistoryView(view, shell.environment().zone()).render(reply.getJudgementsList()));
    }
  }

  private void overview(Session session) {
    GetOverviewRequest request =
        GetOverviewRequest.newBuilder().setPlanId(session.planId()).build();
    GetOverviewResponse overview = session.services().indicator().getOverview(request);
    if (shell.json()) {
      shell.printJson(overview);
      return;
    }
    ListJudgementsRequest worst =
        ListJudgementsRequest.newBuilder()
            .setPlanId(session.planId())
            .addLights(Light.LIGHT_OFF_TRACK)
            .addLights(Light.LIGHT_AT_RISK)
            .setPageSize(WORST)
            .build();
    List<Judgement> judgements =
        session.services().indicator().listJudgements(worst).getJudgementsList();
    View view = new View(shell.words(), shell.style());
    shell.print(new OverviewView(view).render(session.planId(), overview, judgements));
  }
}
