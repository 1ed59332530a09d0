package io.waymark.chassis.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers UNAVAILABLE, with the cause, while the service's database was never reached yet. */
public final class ReadyInterceptor implements ServerInterceptor {
  private final Supplier<Optional<String>> problem;

  /** Creates the interceptor. */
  public ReadyInterceptor(Supplier<Optional<String>> problem) {
    this.problem = problem;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Optional<String> cause = problem.get();
    if (cause.isEmpty() || !call.getMethodDescriptor().getFullMethodName().startsWith("waymark.")) {
      return next.startCall(call, headers);
    }
    call.close(Status.UNAVAILABLE.withDescription(cause.get()), new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
