package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleRequest;
import io.waymark.proto.registry.v1.SetReportingRuleRequest;
import io.waymark.proto.type.v1.ReportingRule;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets until when reports are due. */
@Command(name = "set")
final class CalendarSetCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--figures")
  private boolean figures;

  @Option(names = "--subject", paramLabel = "ID")
  private String subject = "";

  @Option(names = "--frequency", paramLabel = "monthly|quarterly|yearly", required = true)
  private String frequency = "";

  @Option(names = "--months-after", paramLabel = "N")
  private int monthsAfter = 1;

  @Option(names = "--day", paramLabel = "N", required = true)
  private int day;

  @Option(names = "--grace", paramLabel = "DAYS")
  private int grace;

  @Option(names = "--effective", paramLabel = "DATE", required = true)
  private @Nullable String effective;

  CalendarSetCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Input input = new Input(shell.words());
    ReportingRule rule =
        ReportingRule.newBuilder()
            .setSubjectId(subject)
            .setFrequency(frequency)
            .setMonthsAfter(monthsAfter)
            .setDay(day)
            .setGraceDays(grace)
            .setEffective(input.date("--effective", effective))
            .build();
    input.orFail("next.calendar");
    try (Session session = shell.session()) {
      boolean changed = figures ? ofFigures(session, rule) : ofProjects(session, rule);
      if (!shell.json()) {
        shell.print(shell.words().get(changed ? "calendar.changed" : "calendar.unchanged") + "\n");
      }
    }
    return Problem.DONE;
  }

  private boolean ofProjects(Session session, ReportingRule rule) {
    var reply =
        session
            .services()
            .reporting()
            .setReportingRule(
                SetReportingRuleRequest.newBuilder()
                    .setPlanId(session.planId())
                    .setRule(rule)
                    .build());
    if (shell.json()) {
      shell.printJson(reply);
    }
    return reply.getChanged();
  }

  private boolean ofFigures(Session session, ReportingRule rule) {
    var reply =
        session
            .services()
            .figureReporting()
            .setFigureReportingRule(
                SetFigureReportingRuleRequest.newBuilder()
                    .setPlanId(session.planId())
                    .setRule(rule)
                    .build());
    if (shell.json()) {
      shell.printJson(reply);
    }
    return reply.getChanged();
  }
}
