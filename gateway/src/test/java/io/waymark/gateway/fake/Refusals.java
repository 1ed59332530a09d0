package io.waymark.gateway.fake;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.waymark.proto.type.v1.Violation;
import io.waymark.proto.type.v1.Violations;
import io.waymark.refusals.Expectation;
import io.waymark.refusals.Refusal;
import java.util.Map;

/** Refusals with typed details, as the real services send them. */
final class Refusals {
  private Refusals() {}

  static Violation violation(String field, String value, Expectation expected) {
    return Violation.newBuilder()
        .setField(field)
        .setValue(value)
        .setExpectation(expected.toString())
        .setReason(expected.reason())
        .putAllMetadata(expected.metadata())
        .build();
  }

  static StatusRuntimeException invalid(Violation... violations) {
    BadRequest.Builder bad = BadRequest.newBuilder();
    Violations.Builder apart = Violations.newBuilder();
    for (Violation one : violations) {
      bad.addFieldViolationsBuilder()
          .setField(one.getField())
          .setDescription(one.getValue() + " (expected: " + one.getExpectation() + ")");
      apart.addViolations(one);
    }
    return refuse(
        Code.INVALID_ARGUMENT,
        "INVALID",
        Map.of(),
        "the request is not valid",
        Any.pack(bad.build()),
        Any.pack(apart.build()));
  }

  static StatusRuntimeException of(Code code, String reason, String message) {
    return refuse(code, reason, Map.of(), message);
  }

  static StatusRuntimeException of(Code code, Refusal refusal) {
    return refuse(code, refusal.reason(), refusal.metadata(), refusal.toString());
  }

  private static StatusRuntimeException refuse(
      Code code, String reason, Map<String, String> metadata, String message, Any... details) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage(message)
            .addDetails(
                Any.pack(
                    ErrorInfo.newBuilder()
                        .setReason(reason)
                        .setDomain("waymark")
                        .putAllMetadata(metadata)
                        .build()));
    for (Any detail : details) {
      status.addDetails(detail);
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }
}
