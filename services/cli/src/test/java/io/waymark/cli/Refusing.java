package io.waymark.cli;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.waymark.refusals.Refusal;

/** Refusals in the form in which the services send them. */
final class Refusing {
  private Refusing() {}

  static StatusRuntimeException with(Status.Code code, String reason, String message) {
    return StatusProto.toStatusRuntimeException(status(code, reason, message).build());
  }

  static StatusRuntimeException with(Status.Code code, Refusal refusal) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(refusal.toString());
    status.addDetails(
        Any.pack(
            ErrorInfo.newBuilder()
                .setReason(refusal.reason())
                .setDomain("waymark")
                .putAllMetadata(refusal.metadata())
                .build()));
    return StatusProto.toStatusRuntimeException(status.build());
  }

  /** Each violation is a field followed by a description. */
  static StatusRuntimeException invalid(String... violations) {
    BadRequest.Builder bad = BadRequest.newBuilder();
    for (int i = 0; i < violations.length; i += 2) {
      bad.addFieldViolationsBuilder().setField(violations[i]).setDescription(violations[i + 1]);
    }
    return StatusProto.toStatusRuntimeException(
        status(Status.Code.INVALID_ARGUMENT, "INVALID", "invalid")
            .addDetails(Any.pack(bad.build()))
            .build());
  }

  private static com.google.rpc.Status.Builder status(
      Status.Code code, String reason, String message) {
    return com.google.rpc.Status.newBuilder()
        .setCode(code.value())
        .setMessage(message)
        .addDetails(
            Any.pack(ErrorInfo.newBuilder().setReason(reason).setDomain("waymark").build()));
  }
}
