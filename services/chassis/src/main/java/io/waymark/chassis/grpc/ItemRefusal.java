package io.waymark.chassis.grpc;

import io.grpc.Metadata;
import io.grpc.Status;
import io.waymark.chassis.failure.Failure;
import io.waymark.proto.type.v1.Violation;
import java.util.List;

/**
 * Why one item of a stream was refused, in the words that a call of its own would have got.
 *
 * @param status for example "INVALID_ARGUMENT"
 * @param reason stable, for example "PROJECT_NOT_YOURS"
 */
public record ItemRefusal(
    String status, String reason, String message, List<Violation> violations) {

  /** The refusal that a throwable amounts to. */
  public static ItemRefusal of(Throwable thrown) {
    Status status = Statuses.of(thrown, new Metadata());
    String code = status.getCode().name();
    String message = String.valueOf(status.getDescription());
    try {
      Failure failure = Statuses.failureOf(thrown);
      var violations = failure.violations().stream().map(ItemRefusal::proto).toList();
      return new ItemRefusal(code, failure.reason(), message, violations);
    } catch (IllegalArgumentException unforeseen) { // Statuses.of has logged it
      return new ItemRefusal(code, "INTERNAL", message, List.of());
    }
  }

  private static Violation proto(io.waymark.chassis.failure.Violation violation) {
    return Violation.newBuilder()
        .setField(violation.field())
        .setValue(violation.value())
        .setExpectation(violation.expectation())
        .build();
  }
}
