package io.waymark.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the machine gives the command: variables, streams, terminal, clock. A test gives its own.
 *
 * @param variables environment variables
 * @param out standard output, for what was asked
 * @param err standard error, for progress and complaints
 * @param outIsTerminal whether a person reads {@code out} directly
 * @param errIsTerminal whether a person reads {@code err} directly
 * @param workingDirectory what relative paths start from
 * @param clock now
 * @param locale the locale to fall back to where no variable names one
 */
public record Environment(
    Map<String, String> variables,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Path workingDirectory,
    Clock clock,
    Locale locale) {

  /** A variable that is set and not blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /** The standalone's data directory: WAYMARK_HOME, else {@code .waymark} here. */
  public Path home() {
    return workingDirectory.resolve(variable("WAYMARK_HOME").orElse(".waymark"));
  }

  /** The zone in which a day ends: WAYMARK_ZONE, else that of the plans. */
  public ZoneId zone() {
    return ZoneId.of(variable("WAYMARK_ZONE").orElse("Asia/Shanghai"));
  }
}
