package io.waymark.chassis.identity;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.grpc.Statuses;

/** Lets only calls with a valid token reach our services; health and reflection are open. */
public final class IdentityInterceptor implements ServerInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> CHANNEL =
      Metadata.Key.of("x-waymark-channel", Metadata.ASCII_STRING_MARSHALLER);

  private final TokenVerifier verifier;

  /** Creates the interceptor. */
  public IdentityInterceptor(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!call.getMethodDescriptor().getFullMethodName().startsWith("waymark.")) {
      return next.startCall(call, headers);
    }
    try {
      Caller caller = verifier.verify(headers.get(AUTHORIZATION), headers.get(CHANNEL));
      return Contexts.interceptCall(caller.in(Context.current()), call, headers, next);
    } catch (Failure failure) {
      Metadata trailers = new Metadata();
      call.close(Statuses.of(failure, trailers), trailers);
      return new ServerCall.Listener<>() {};
    }
  }
}
