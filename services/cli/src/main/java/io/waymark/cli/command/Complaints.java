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
      default -> lines.add(String.valueOf(failure.getMessage()));
    }
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    return tell(new Problem(lines, Optional.of(words.get("next.help", command)), Problem.USAGE));
  }

  private void missing(MissingParameterException failure, List<String> lines) {
    Words words = shell.words();
    if (failure.getMissing().isEmpty()) {
      lines.add(words.get("usage.noCommand"));
    }
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

  private int tell(Problem problem) {
    problem.lines().forEach(line -> shell.note(shell.errorStyle().paint(Tone.RED, line)));
    problem.next().ifPresent(shell::note);
    return problem.exitCode();
  }
}
