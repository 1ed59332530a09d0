package io.waymark.chassis.grpc;

import io.grpc.Metadata;
import io.grpc.Status;
import io.waymark.chassis.failure.Failure;
import io.waymark.proto.type.v1.Violation;
import java.util.List;
import java.util.Map;

/**
 * Why one item of a stream was refused, in the words that a call of its own would have got.
 *
 * @param status for example "INVALID_ARGUMENT"
 * @param reason stable, for example "PROJECT_NOT_YOURS"
 * @param metadata what belongs to the reason, by name
 */
public record ItemRefusal(
    String status,
    String reason,
    Map<String, String> metadata,
    String message,
    List<Violation> violations) {

  /** The refusal that a throwable amounts to. */
  public static ItemRefusal of(Throwable thrown) {
    Status status = Statuses.of(thrown, new Metadata());
    String code = status.getCode().name();
    String message = String.valueOf(status.getDescription());
    try {
      Failure failure = Statuses.failureOf(thrown);
      var violations = failure.violations().stream().map(ViolationDetails::message).toList();
      return new ItemRefusal(code, failure.reason(), failure.metadata(), message, violations);
    } catch (IllegalArgumentException unforeseen) { // Statuses.of has logged it
      return new ItemRefusal(code, "INTERNAL", Map.of(), message, List.of());
    }
  }
}
