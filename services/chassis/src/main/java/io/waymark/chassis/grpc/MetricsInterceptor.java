package io.waymark.chassis.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts and times every call by method and status. */
public final class MetricsInterceptor implements ServerInterceptor {
  private static final double NANOS = 1e9;

  private final Counter requests;
  private final Histogram seconds;

  /** Registers its metrics. */
  public MetricsInterceptor(PrometheusRegistry registry) {
    requests =
        Counter.builder()
            .name("waymark_grpc_requests_total")
            .help("gRPC calls that ended, by method and status.")
            .labelNames("method", "status")
            .register(registry);
    seconds =
        Histogram.builder()
            .name("waymark_grpc_request_seconds")
            .help("Time from the start of a gRPC call to its end.")
            .labelNames("method")
            .classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5)
            .register(registry);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String method = call.getMethodDescriptor().getFullMethodName();
    long start = System.nanoTime();
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            requests.labelValues(method, status.getCode().name()).inc();
            seconds.labelValues(method).observe((System.nanoTime() - start) / NANOS);
            super.close(status, trailers);
          }
        },
        headers);
  }
}
