package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.view.RulesView;
import io.waymark.cli.view.View;
import io.waymark.proto.indicator.v1.ListFigureReportingRulesRequest;
import io.waymark.proto.registry.v1.ListReportingRulesRequest;
import io.waymark.proto.registry.v1.ListReportingRulesResponse;
import io.waymark.proto.type.v1.ReportingRule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Until when reports are due. */
@Command(name = "show")
final class CalendarShowCommand implements Callable<Integer> {
  private final Shell shell;

  CalendarShowCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    try (Session session = shell.session()) {
      String plan = session.planId();
      List<ReportingRule> projects =
          session
              .services()
              .reporting()
              .listReportingRules(ListReportingRulesRequest.newBuilder().setPlanId(plan).build())
              .getRulesList();
      List<ReportingRule> figures =
          session
              .services()
              .figureReporting()
              .listFigureReportingRules(
                  ListFigureReportingRulesRequest.newBuilder().setPlanId(plan).build())
              .getRulesList();
      if (shell.json()) {
        shell.printJson(
            ListReportingRulesResponse.newBuilder()
                .addAllRules(projects)
                .addAllRules(figures)
                .build());
      } else {
        View view = new View(shell.words(), shell.style());
        shell.print(new RulesView(view).render(projects, figures));
      }
    }
    return Problem.DONE;
  }
}
