package io.waymark.chassis.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Closes a call whose service threw, or ended with, a failure: with its status and details. */
public final class FailureInterceptor implements ServerInterceptor {
  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    ServerCall<Q, A> translating = new Translating<>(call);
    ServerCall.Listener<Q> listener = next.startCall(translating, headers);
    return new SimpleForwardingServerCallListener<>(listener) {
      @Override
      public void onMessage(Q message) {
        guard(() -> super.onMessage(message));
      }

      @Override
      public void onHalfClose() {
        guard(super::onHalfClose);
      }

      @Override
      public void onReady() {
        guard(super::onReady);
      }

      private void guard(Runnable step) {
        try {
          step.run();
        } catch (StatusRuntimeException e) {
          // Our services throw failures; a status is thrown by the parser of the request.
          translating.close(
              Status.INVALID_ARGUMENT.withDescription(
                  "the request is no valid protobuf message: " + cause(e)),
              new Metadata());
        } catch (RuntimeException e) {
          translating.close(Status.UNKNOWN.withCause(e), new Metadata());
        }
      }
    };
  }

  private static String cause(StatusRuntimeException e) {
    return e.getCause() == null
        ? e.getStatus().toString()
        : String.valueOf(e.getCause().getMessage());
  }

  /** Translates the cause of an UNKNOWN status, as onError(failure) and a throw leave it. */
  private static final class Translating<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private boolean closed;

    Translating(ServerCall<Q, A> call) {
      super(call);
    }

    @Override
    public synchronized void close(Status status, Metadata trailers) {
      if (closed) {
        return;
      }
      closed = true;
      Throwable cause = status.getCause();
      boolean ours = status.getCode() == Status.Code.UNKNOWN && cause != null;
      super.close(ours ? Statuses.of(cause, trailers) : status, trailers);
    }
  }
}
