package io.waymark.cli.command;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.cli.client.Refusals;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that tells a person what went wrong, and gives the exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Shell shell;

  Complaints(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    Words words = shell.words();
    List<String> lines = new ArrayList<>();
    switch (failure) {
      case MissingParameterException missing -> missing(missing, lines);
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, lines);
      default -> lines.add(other(failure));
    }
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    return tell(new Problem(lines, Optional.of(words.get("next.help", command)), Problem.USAGE));
  }

  /** A group such as "plan" without a command, or what the parser says in its own words. */
  private String other(ParameterException failure) {
    Words words = shell.words();
    CommandLine at = failure.getCommandLine();
    if (at.getCommand() instanceof Callable || at.getSubcommands().isEmpty()) {
      return String.valueOf(failure.getMessage());
    }
    String names = String.join(", ", at.getSubcommands().keySet());
    return words.get("fault", words.get("usage.command"), words.get("fault.missing"), names);
  }

  private void missing(MissingParameterException failure, List<String> lines) {
    Words words = shell.words();
    for (ArgSpec argument : failure.getMissing()) {
      String name =
          argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
      lines.add(words.get("fault", name, words.get("fault.missing"), argument.paramLabel()));
    }
  }

  private void unmatched(UnmatchedArgumentException failure, List<String> lines) {
    Words words = shell.words();
    List<String> guesses = failure.getSuggestions();
    for (String argument : failure.getUnmatched()) {
      String unknown = words.get("usage.unknown", argument);
      lines.add(
          guesses.isEmpty()
              ? unknown
              : words.get("usage.unknownGuess", argument, String.join(", ", guesses)));
    }
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed)
      throws Exception {
    return switch (failure) {
      case ProblemException problem -> tell(problem.problem());
      case StatusRuntimeException status ->
          tell(new Refusals(shell.words(), shell.server()).of(status));
      default -> throw failure;
    };
  }

  /** Tells a problem and gives its exit code. */
  int tell(Problem problem) {
    problem.lines().forEach(line -> shell.note(shell.errorStyle().paint(Tone.RED, line)));
    problem.next().ifPresent(shell::note);
    return problem.exitCode();
  }
}
