package io.waymark.cli.client;

import java.util.List;
import java.util.Optional;

/**
 * Why a command cannot do what it was asked.
 *
 * @param lines one fault each, as {@code what: value (expected: ...)}
 * @param next what to do about it
 * @param exitCode 1 refused, 2 wrong usage
 */
public record Problem(List<String> lines, Optional<String> next, int exitCode) {
  /** Done. */
  public static final int DONE = 0;

  /** Refused or done partly. */
  public static final int REFUSED = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  /** Copies. */
  public Problem {
    lines = List.copyOf(lines);
  }

  /** The command was understood and refused. */
  public static ProblemException refused(String line, String next) {
    return refused(List.of(line), next);
  }

  /** The same, said in several lines. */
  public static ProblemException refused(List<String> lines, String next) {
    return new ProblemException(new Problem(lines, Optional.of(next), REFUSED));
  }

  /** The command line is wrong. */
  public static ProblemException usage(List<String> lines, String next) {
    return new ProblemException(new Problem(lines, Optional.of(next), USAGE));
  }

  /** Ends a command with this problem. */
  public static final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    /** Ends a command with {@code problem}. */
    public ProblemException(Problem problem) {
      super(String.join("; ", problem.lines()));
      this.problem = problem;
    }

    /** The problem. */
    public Problem problem() {
      return problem;
    }
  }
}
