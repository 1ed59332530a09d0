package io.waymark.gateway.grpc;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.waymark.refusals.Refusal;
import io.waymark.refusals.Refused;
import java.util.Optional;

/**
 * Says which service cannot be reached, with the reason that a program reads and that a person gets
 * in words; "io exception" helps nobody.
 */
final class Unreachable {
  private static final String DOMAIN = "waymark";

  private Unreachable() {}

  static void close(ServerCall<?, ?> caller, String service) {
    Refusal refusal = Refused.UPSTREAM_UNAVAILABLE.with(service);
    StatusRuntimeException said =
        StatusProto.toStatusRuntimeException(
            Status.newBuilder()
                .setCode(Code.UNAVAILABLE_VALUE)
                .setMessage(refusal.toString())
                .addDetails(
                    Any.pack(
                        ErrorInfo.newBuilder()
                            .setReason(refusal.reason())
                            .setDomain(DOMAIN)
                            .putAllMetadata(refusal.metadata())
                            .build()))
                .build());
    caller.close(
        said.getStatus(), Optional.ofNullable(said.getTrailers()).orElseGet(io.grpc.Metadata::new));
  }
}
