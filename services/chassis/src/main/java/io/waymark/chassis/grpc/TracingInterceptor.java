package io.waymark.chassis.grpc;

import com.google.errorprone.annotations.MustBeClosed;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Continues the caller's trace, and puts its id into the log. */
public final class TracingInterceptor implements ServerInterceptor {
  private static final String TRACE_ID = "trace_id";

  private final TracerProvider tracers;

  /** Creates the interceptor. */
  public TracingInterceptor(TracerProvider tracers) {
    this.tracers = tracers;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Context parent =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), headers, new MetadataGetter());
    Span span =
        tracers
            .get("waymark")
            .spanBuilder(call.getMethodDescriptor().getFullMethodName())
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent)
            .startSpan();
    Context context = parent.with(span);
    ServerCall<Q, A> ending =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            span.end();
            super.close(status, trailers);
          }
        };
    try (Scope ignored = enter(context, span)) {
      return new InContext<>(next.startCall(ending, headers), context, span);
    } finally {
      MDC.remove(TRACE_ID);
    }
  }

  @MustBeClosed
  private static Scope enter(Context context, Span span) {
    MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
    return context.makeCurrent();
  }

  private static final class InContext<Q> extends SimpleForwardingServerCallListener<Q> {
    private final Context context;
    private final Span span;

    InContext(ServerCall.Listener<Q> listener, Context context, Span span) {
      super(listener);
      this.context = context;
      this.span = span;
    }

    @Override
    public void onMessage(Q message) {
      run(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      run(super::onHalfClose);
    }

    @Override
    public void onReady() {
      run(super::onReady);
    }

    private void run(Runnable step) {
      try (Scope ignored = enter(context, span)) {
        step.run();
      } finally {
        MDC.remove(TRACE_ID);
      }
    }
  }

  private static final class MetadataGetter implements TextMapGetter<Metadata> {
    @Override
    @SuppressWarnings("deprecation") // still abstract
    public Iterable<String> keys(Metadata headers) {
      return Set.copyOf(headers.keys());
    }

    @Override
    public @Nullable String get(@Nullable Metadata headers, String key) {
      return headers == null
          ? null
          : headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));
    }
  }
}
