package io.waymark.gateway.fake;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Remembers what arrived last, and refuses calls without a token as the real services do. */
public final class Seen implements ServerInterceptor {
  private final AtomicReference<@Nullable Metadata> headers = new AtomicReference<>();
  private final AtomicReference<@Nullable Long> secondsLeft = new AtomicReference<>();

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
    headers.set(metadata);
    secondsLeft.set(
        Optional.ofNullable(Context.current().getDeadline())
            .map(deadline -> deadline.timeRemaining(TimeUnit.SECONDS))
            .orElse(null));
    if (header("authorization").isEmpty()) {
      call.close(
          Status.UNAUTHENTICATED.withDescription(
              "authorization: missing (expected: Bearer <token>)"),
          new Metadata());
      return new ServerCall.Listener<>() {};
    }
    return next.startCall(call, metadata);
  }

  /** A header of the last call. */
  public Optional<String> header(String name) {
    Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    return Optional.ofNullable(headers.get())
        .flatMap(metadata -> Optional.ofNullable(metadata.get(key)));
  }

  /** How long the last call had left; empty if it had no deadline. */
  public Optional<Long> secondsLeft() {
    return Optional.ofNullable(secondsLeft.get());
  }
}
