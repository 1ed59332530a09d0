package io.waymark.cli.client;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.text.Words;
import io.waymark.refusals.wire.Saying;
import io.waymark.refusals.wire.Told;
import java.util.List;
import java.util.Optional;

/** Turns a service's status and its typed details into lines for a person. */
public final class Refusals {
  private final Words words;
  private final Saying saying;
  private final ServerAddress server;

  /** Explains what {@code server} answered. */
  public Refusals(Words words, ServerAddress server) {
    this.words = words;
    this.saying = Saying.in(words.language().locale().getLanguage());
    this.server = server;
  }

  /** The problem behind a failed call. */
  public Problem of(StatusRuntimeException failure) {
    return switch (failure.getStatus().getCode()) {
      // A status with a cause was made here, not received: nobody answered.
      case UNAVAILABLE -> failure.getStatus().getCause() == null ? told(failure) : unreachable();
      case DEADLINE_EXCEEDED -> problem(words.get("problem.deadline", server), "next.deadline");
      default -> told(failure);
    };
  }

  /** The lines for a refused item of a stream, each with a note of what was sent. */
  public List<String> lines(Told told, String sent) {
    List<String> lines = saying.lines(told);
    List<String> said = lines.isEmpty() ? List.of(saying.sentence(told)) : lines;
    return said.stream().map(line -> words.get("problem.sent", line, sent)).toList();
  }

  private Problem unreachable() {
    return problem(words.get("problem.unreachable", server), "next.unreachable");
  }

  private Problem told(StatusRuntimeException failure) {
    Told told = Told.of(failure);
    List<String> lines = saying.lines(told);
    if (lines.isEmpty()) {
      String said = saying.sentence(told);
      String name = words.get("status." + failure.getStatus().getCode());
      lines = List.of(said.isEmpty() ? name : words.get("problem.said", name, said));
    }
    String byStatus = words.get("next." + failure.getStatus().getCode());
    String next = words.getOr("next." + told.reason(), byStatus);
    return new Problem(lines, Optional.of(next), Problem.REFUSED);
  }

  private Problem problem(String line, String nextKey) {
    return new Problem(List.of(line), Optional.of(words.get(nextKey)), Problem.REFUSED);
  }
}
