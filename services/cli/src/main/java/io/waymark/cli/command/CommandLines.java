package io.waymark.cli.command;

import io.waymark.cli.Environment;
import io.waymark.cli.client.Problem;
import io.waymark.cli.text.Words;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Puts the command line together. */
public final class CommandLines {
  private static final int HELP_COLUMNS = 100;

  private CommandLines() {}

  /**
   * Runs the command line in the words' language and returns the exit code. Only the sub-command
   * that is typed is built: describing all of them costs more than most of them take.
   */
  public static int run(Environment environment, Words words, String... arguments) {
    Globals globals = new Globals();
    Shell shell = new Shell(environment, globals, words);
    CommandLine line = new CommandLine(globals);
    Map<String, Supplier<CommandLine>> all = subcommands(shell);
    Map<String, Supplier<CommandLine>> wanted = new LinkedHashMap<>(all);
    wanted.keySet().retainAll(Arrays.asList(arguments));
    (wanted.isEmpty() ? all : wanted)
        .forEach((name, build) -> line.addSubcommand(name, build.get()));
    line.setResourceBundle(words.bundle());
    line.setUsageHelpWidth(HELP_COLUMNS);
    Complaints complaints = new Complaints(shell);
    line.setParameterExceptionHandler(complaints);
    line.setExecutionExceptionHandler(complaints);
    line.setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setExecutionStrategy(parsed -> {
      Optional<Problem> problem = shell.globalProblem();
      return problem.isPresent()
          ? complaints.tell(problem.get())
          : new CommandLine.RunLast().execute(parsed);
    });
    return line.execute(arguments);
  }

  private static Map<String, Supplier<CommandLine>> subcommands(Shell shell) {
    Map<String, Supplier<CommandLine>> all = new LinkedHashMap<>();
    all.put("report", () -> report(shell));
    all.put("observe", () -> observe(shell));
    all.put("due", () -> new CommandLine(new DueCommand(shell)));
    all.put("findings", () -> new CommandLine(new FindingsCommand(shell)));
    all.put("calendar", () -> calendar(shell));
    all.put("judge", () -> new CommandLine(new JudgeCommand(shell)));
    all.put("explain", () -> new CommandLine(new ExplainCommand(shell)));
    all.put("project", () -> new CommandLine(new ProjectCommand(shell)));
    all.put("what-if", () -> new CommandLine(new WhatIfCommand(shell)));
    all.put("backtest", () -> new CommandLine(new BacktestCommand(shell)));
    all.put("evaluate", () -> evaluate(shell));
    all.put("scorecard", () -> new CommandLine(new ScorecardCommand(shell)));
    all.put("index", () -> new CommandLine(new IndexCommand(shell)));
    all.put("alerts", () -> new CommandLine(new AlertsCommand(shell)));
    all.put("ack", () -> new CommandLine(new AckCommand(shell)));
    all.put("assign", () -> new CommandLine(new AlertActions.AssignIt(shell)));
    all.put("comment", () -> new CommandLine(new AlertActions.CommentIt(shell)));
    all.put("plan-action", () -> new CommandLine(new AlertActions.PlanIt(shell)));
    all.put("resolve", () -> new CommandLine(new AlertActions.ResolveIt(shell)));
    all.put("silence", () -> new CommandLine(new SilenceCommand(shell)));
    all.put("silences", () -> new CommandLine(new SilencesCommand(shell)));
    all.put("digest", () -> new CommandLine(new DigestCommand(shell)));
    all.put("preferences", () -> new CommandLine(new PreferencesCommand(shell)));
    all.put("mail", () -> mail(shell));
    all.put("notifications", () -> new CommandLine(new NotificationsCommand(shell)));
    all.put("channels", () -> channels(shell));
    all.put("plan", () -> plan(shell));
    all.put("rulebook", () -> rulebook(shell));
    all.put("target", () -> target(shell));
    all.put("projects", () -> new CommandLine(new ProjectsCommand(shell)));
    all.put("phase", () -> phase(shell));
    all.put("schedule", () -> schedule(shell));
    all.put("suspend", () -> new CommandLine(new SuspendCommand(shell)));
    all.put("resume", () -> new CommandLine(new ResumeCommand(shell)));
    all.put("bureaus", () -> new CommandLine(new BureausCommand(shell)));
    all.put("status", () -> new CommandLine(new StatusCommand(shell)));
    all.put("token", () -> new CommandLine(new TokenCommand(shell)));
    all.put("demo", () -> demo(shell));
    return all;
  }

  private static CommandLine report(Shell shell) {
    return new CommandLine(new ReportCommand(shell))
        .addSubcommand("template", new CommandLine(new ReportTemplateCommand(shell)));
  }

  private static CommandLine observe(Shell shell) {
    return new CommandLine(new ObserveCommand(shell))
        .addSubcommand("template", new CommandLine(new ObserveTemplateCommand(shell)));
  }

  private static CommandLine mail(Shell shell) {
    return new CommandLine(new MailCommand(shell))
        .addSubcommand("bounce", new CommandLine(new MailBounceCommand(shell)))
        .addSubcommand("preview", new CommandLine(new MailPreviewCommand(shell)));
  }

  private static CommandLine channels(Shell shell) {
    return new CommandLine(new ChannelsCommand())
        .addSubcommand("list", new CommandLine(new ChannelsListCommand(shell)));
  }

  private static CommandLine demo(Shell shell) {
    return new CommandLine(new DemoCommand())
        .addSubcommand("play", new CommandLine(new DemoPlayCommand(shell)));
  }

  private static CommandLine calendar(Shell shell) {
    return new CommandLine(new CalendarCommand())
        .addSubcommand("show", new CommandLine(new CalendarShowCommand(shell)))
        .addSubcommand("set", new CommandLine(new CalendarSetCommand(shell)));
  }

  private static CommandLine evaluate(Shell shell) {
    return new CommandLine(new EvaluateCommand())
        .addSubcommand("freeze", new CommandLine(new EvaluateFreezeCommand(shell)))
        .addSubcommand("list", new CommandLine(new EvaluateListCommand(shell)))
        .addSubcommand("show", new CommandLine(new EvaluateShowCommand(shell)))
        .addSubcommand("compare", new CommandLine(new EvaluateCompareCommand(shell)))
        .addSubcommand("export", new CommandLine(new EvaluateExportCommand(shell)))
        .addSubcommand("verify", new CommandLine(new EvaluateVerifyCommand(shell)));
  }

  private static CommandLine rulebook(Shell shell) {
    return new CommandLine(new RulebookCommand())
        .addSubcommand("list", new CommandLine(new RulebookListCommand(shell)))
        .addSubcommand("show", new CommandLine(new RulebookShowCommand(shell)))
        .addSubcommand("check", new CommandLine(new RulebookCheckCommand(shell)))
        .addSubcommand("compare", new CommandLine(new RulebookCompareCommand(shell)));
  }

  private static CommandLine target(Shell shell) {
    return new CommandLine(new TargetCommand())
        .addSubcommand("revise", new CommandLine(new TargetReviseCommand(shell)))
        .addSubcommand("set", new CommandLine(new TargetSetCommand(shell)))
        .addSubcommand("history", new CommandLine(new TargetHistoryCommand(shell)));
  }

  private static CommandLine phase(Shell shell) {
    return new CommandLine(new PhaseCommand())
        .addSubcommand("move", new CommandLine(new PhaseMoveCommand(shell)))
        .addSubcommand("history", new CommandLine(new PhaseHistoryCommand(shell)));
  }

  private static CommandLine schedule(Shell shell) {
    return new CommandLine(new ScheduleCommand())
        .addSubcommand("revise", new CommandLine(new ScheduleReviseCommand(shell)))
        .addSubcommand("history", new CommandLine(new ScheduleHistoryCommand(shell)));
  }

  private static CommandLine plan(Shell shell) {
    return new CommandLine(new PlanCommand())
        .addSubcommand("validate", new CommandLine(new PlanValidateCommand(shell)))
        .addSubcommand("diff", new CommandLine(new PlanDiffCommand(shell)))
        .addSubcommand("load", new CommandLine(new PlanLoadCommand(shell)))
        .addSubcommand("export", new CommandLine(new PlanExportCommand(shell)))
        .addSubcommand("show", new CommandLine(new PlanShowCommand(shell)))
        .addSubcommand("decomposition", new CommandLine(new PlanDecompositionCommand(shell)));
  }
}
