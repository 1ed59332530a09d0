package io.waymark.cli.command;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two clocks of a question: the day that it speaks of, and what was known by then. */
final class When {
  /** Both, as the services take them. */
  record Read(String asOf, Optional<Timestamp> knownAt) {
    boolean isSet() {
      return !asOf.isEmpty() || knownAt.isPresent();
    }
  }

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable String asOf;

  @Option(names = "--known-at", paramLabel = "TIME")
  private @Nullable String knownAt;

  Read read(Shell shell) {
    Input input = new Input(shell.words());
    String day = input.date("--as-of", asOf);
    Optional<Timestamp> known =
        input
            .instant("--known-at", knownAt, shell.environment().zone())
            .map(instant -> Timestamps.fromMillis(instant.toEpochMilli()));
    input.orFail("next.judge");
    return new Read(day, known);
  }
}
