package io.waymark.gateway.ops;

import io.grpc.Status;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;

/** The door's metrics for Prometheus. */
public final class PrometheusDoorMetrics implements DoorMetrics {
  private static final double[] BOUNDS = {
    .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10
  };
  private final Counter requests;
  private final Histogram requestDuration;
  private final Counter calls;
  private final Histogram callDuration;

  public PrometheusDoorMetrics(PrometheusRegistry registry, String version) {
    requests =
        Counter.builder()
            .name("waymark_gateway_http_requests_total")
            .help("REST requests answered, by route and status.")
            .labelNames("method", "route", "status")
            .register(registry);
    requestDuration =
        histogram(
            "waymark_gateway_http_request_duration_seconds",
            "REST requests: time to the answer.",
            registry,
            "route");
    calls =
        Counter.builder()
            .name("waymark_gateway_grpc_calls_total")
            .help("gRPC calls passed through, by service and status.")
            .labelNames("service", "method", "code")
            .register(registry);
    callDuration =
        histogram(
            "waymark_gateway_grpc_call_duration_seconds",
            "gRPC calls passed through: time to the end.",
            registry,
            "service");
    Info.builder()
        .name("waymark_build_info")
        .help("What runs.")
        .labelNames("service", "version")
        .register(registry)
        .addLabelValues("gateway", version);
  }

  private static Histogram histogram(
      String name, String help, PrometheusRegistry registry, String label) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .unit(Unit.SECONDS)
        .labelNames(label)
        .classicOnly()
        .classicUpperBounds(BOUNDS)
        .register(registry);
  }

  @Override
  public void restEnded(String verb, String route, int status, long nanos) {
    requests.labelValues(verb, route, Integer.toString(status)).inc();
    requestDuration.labelValues(route).observe(Unit.nanosToSeconds(nanos));
  }

  @Override
  public void callEnded(String service, String method, Status.Code code, long nanos) {
    calls.labelValues(service, method, code.name()).inc();
    callDuration.labelValues(service).observe(Unit.nanosToSeconds(nanos));
  }
}
