package io.waymark.cli.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.waymark.cli.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a service's status and its typed details into lines for a person. */
public final class Refusals {
  private final Words words;
  private final ServerAddress server;

  /** Explains what {@code server} answered. */
  public Refusals(Words words, ServerAddress server) {
    this.words = words;
    this.server = server;
  }

  /** The problem behind a failed call. */
  public Problem of(StatusRuntimeException failure) {
    Status status = StatusProto.fromThrowable(failure);
    Optional<ErrorInfo> info = detail(status, ErrorInfo.class);
    return switch (failure.getStatus().getCode()) {
      // A status with a cause was made here, not received: nobody answered.
      case UNAVAILABLE ->
          failure.getStatus().getCause() == null ? told(failure, status, info) : unreachable();
      case DEADLINE_EXCEEDED -> problem(words.get("problem.deadline", server), "next.deadline");
      default -> told(failure, status, info);
    };
  }

  private Problem unreachable() {
    return problem(words.get("problem.unreachable", server), "next.unreachable");
  }

  private Problem told(StatusRuntimeException failure, Status status, Optional<ErrorInfo> info) {
    List<String> lines = violations(status);
    if (lines.isEmpty()) {
      String said = Optional.ofNullable(failure.getStatus().getDescription()).orElse("");
      String name = words.get("status." + failure.getStatus().getCode());
      lines = List.of(said.isEmpty() ? name : name + ": " + said);
    }
    String byStatus = words.get("next." + failure.getStatus().getCode());
    String next = info.map(i -> words.getOr("next." + i.getReason(), byStatus)).orElse(byStatus);
    return new Problem(lines, Optional.of(next), Problem.REFUSED);
  }

  private static List<String> violations(Status status) {
    List<String> lines = new ArrayList<>();
    detail(status, BadRequest.class)
        .ifPresent(bad ->
            bad.getFieldViolationsList()
                .forEach(v -> lines.add(v.getField() + ": " + v.getDescription())));
    return lines;
  }

  private Problem problem(String line, String nextKey) {
    return new Problem(List.of(line), Optional.of(words.get(nextKey)), Problem.REFUSED);
  }

  private static <T extends Message> Optional<T> detail(Status status, Class<T> type) {
    for (Any any : status.getDetailsList()) {
      if (any.is(type)) {
        try {
          return Optional.of(any.unpack(type));
        } catch (InvalidProtocolBufferException e) {
          return Optional.empty(); // a detail from another version: the status still speaks
        }
      }
    }
    return Optional.empty();
  }
}
