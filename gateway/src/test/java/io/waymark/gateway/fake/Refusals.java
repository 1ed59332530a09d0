package io.waymark.gateway.fake;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** Refusals with typed details, as the real services send them. */
final class Refusals {
  private Refusals() {}

  static StatusRuntimeException invalid(String... fieldValueExpectation) {
    BadRequest.Builder bad = BadRequest.newBuilder();
    for (int i = 0; i < fieldValueExpectation.length; i += 3) {
      bad.addFieldViolationsBuilder()
          .setField(fieldValueExpectation[i])
          .setDescription(
              fieldValueExpectation[i + 1] + " (expected: " + fieldValueExpectation[i + 2] + ")");
    }
    return refuse(
        Code.INVALID_ARGUMENT, "INVALID", "the request is not valid", Any.pack(bad.build()));
  }

  static StatusRuntimeException of(Code code, String reason, String message) {
    return refuse(code, reason, message);
  }

  private static StatusRuntimeException refuse(
      Code code, String reason, String message, Any... details) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage(message)
            .addDetails(
                Any.pack(ErrorInfo.newBuilder().setReason(reason).setDomain("waymark").build()));
    for (Any detail : details) {
      status.addDetails(detail);
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }
}
