package io.waymark.cli.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every sub-command understands. */
@Command(name = "waymark", version = "waymark 0.1.0-SNAPSHOT")
final class Globals {
  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  /** Acted on before parsing, since the help itself speaks that language. */
  @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
  private @Nullable String language;

  @Option(names = "--server", paramLabel = "HOST:PORT", scope = ScopeType.INHERIT)
  private @Nullable String server;

  @Option(names = "--plan", paramLabel = "PLAN", scope = ScopeType.INHERIT)
  private @Nullable String plan;

  @Option(names = "--as", paramLabel = "BUREAU", scope = ScopeType.INHERIT)
  private @Nullable String bureau;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  private boolean version;

  boolean json() {
    return json;
  }

  Optional<String> language() {
    return Optional.ofNullable(language);
  }

  Optional<String> server() {
    return Optional.ofNullable(server);
  }

  Optional<String> plan() {
    return Optional.ofNullable(plan);
  }

  Optional<String> bureau() {
    return Optional.ofNullable(bureau);
  }

  boolean helpWanted() {
    return help || version;
  }
}
