package io.waymark.chassis.grpc;

import io.grpc.BindableService;
import io.grpc.ServerInterceptors;

/** Prepares our services for the server. */
public final class GrpcServices {
  private GrpcServices() {}

  /**
   * The service with its requests parsed behind the interceptors instead of before them, so that
   * bytes that are no such message, or no UTF-8, end as INVALID_ARGUMENT and not as UNKNOWN.
   */
  public static BindableService guarded(BindableService service) {
    return () -> ServerInterceptors.useInputStreamMessages(service.bindService());
  }
}
