package io.waymark.refusals.wire;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.waymark.proto.type.v1.Refusal;
import io.waymark.proto.type.v1.Violation;
import io.waymark.proto.type.v1.Violations;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service said when it refused something.
 *
 * @param reason the stable reason; empty if none was sent
 * @param metadata what belongs to it, by name
 * @param message what was said, in English
 * @param violations what was wrong with which field
 * @param leftOut how many more violations there were
 */
public record Told(
    String reason,
    Map<String, String> metadata,
    String message,
    List<Violation> violations,
    int leftOut) {
  /** Copies. */
  public Told {
    metadata = Map.copyOf(metadata);
    violations = List.copyOf(violations);
  }

  /** Of a call that failed. */
  public static Told of(StatusRuntimeException failure) {
    Status status = StatusProto.fromThrowable(failure);
    ErrorInfo info = detail(status, ErrorInfo.class).orElse(ErrorInfo.getDefaultInstance());
    Violations violations =
        detail(status, Violations.class).orElseGet(() -> plain(detail(status, BadRequest.class)));
    return new Told(
        info.getReason(),
        info.getMetadataMap(),
        Optional.ofNullable(failure.getStatus().getDescription()).orElse(""),
        violations.getViolationsList(),
        violations.getLeftOut());
  }

  /**
   * A violation, for whoever knows no contract.
   *
   * @param field path of the field
   * @param value what was sent
   * @param expectation what was expected, in English
   * @param reason the stable reason; empty if none was sent
   * @param metadata what belongs to it, by name
   */
  public record Fault(
      String field, String value, String expectation, String reason, Map<String, String> metadata) {
    private static Fault of(Violation violation) {
      return new Fault(
          violation.getField(),
          violation.getValue(),
          violation.getExpectation(),
          violation.getReason(),
          violation.getMetadataMap());
    }
  }

  /** The violations, for whoever knows no contract. */
  public List<Fault> faults() {
    return violations.stream().map(Fault::of).toList();
  }

  /** Of an item of a stream. */
  public static Told of(Refusal refusal) {
    return new Told(
        refusal.getReason(),
        refusal.getMetadataMap(),
        refusal.getMessage(),
        refusal.getViolationsList(),
        0);
  }

  /** Of an item of a stream of progress reports. */
  public static Told of(io.waymark.proto.registry.v1.Refusal refusal) {
    return new Told(
        refusal.getReason(),
        refusal.getMetadataMap(),
        refusal.getMessage(),
        refusal.getViolationsList(),
        0);
  }

  /** From whoever sends descriptions only: they stand for the value, and nothing is expected. */
  private static Violations plain(Optional<BadRequest> bad) {
    Violations.Builder violations = Violations.newBuilder();
    bad.ifPresent(one ->
        one.getFieldViolationsList()
            .forEach(violation ->
                violations.addViolations(
                    Violation.newBuilder()
                        .setField(violation.getField())
                        .setValue(violation.getDescription()))));
    return violations.build();
  }

  private static <T extends Message> Optional<T> detail(Status status, Class<T> type) {
    for (Any any : status.getDetailsList()) {
      if (any.is(type)) {
        try {
          return Optional.of(any.unpack(type));
        } catch (InvalidProtocolBufferException e) {
          return Optional.empty(); // of another version: the status still speaks
        }
      }
    }
    return Optional.empty();
  }
}
