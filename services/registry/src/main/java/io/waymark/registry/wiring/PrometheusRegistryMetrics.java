package io.waymark.registry.wiring;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.registry.app.CountsCache;
import io.waymark.registry.app.RegistryCounts;
import io.waymark.registry.app.RegistryMetrics;
import java.util.function.ToLongFunction;

/** The registry's metrics for Prometheus. */
final class PrometheusRegistryMetrics implements RegistryMetrics {
  private final Counter accepted;
  private final Counter replayed;
  private final Counter refused;
  private final Counter abandoned;
  private final Counter failed;
  private final Histogram handling;

  PrometheusRegistryMetrics(PrometheusRegistry registry, CountsCache counts) {
    accepted = counter("accepted", "Reports that were recorded.").register(registry);
    replayed =
        counter("replayed", "Reports that came again and got their first reply.")
            .register(registry);
    refused =
        counter("refused", "Reports that were refused, by reason.")
            .labelNames("reason")
            .register(registry);
    abandoned =
        counter("abandoned", "Reports that were not started: nobody waited for their answer.")
            .register(registry);
    failed =
        counter("failed", "Reports that could not be handled; alert when it grows.")
            .register(registry);
    handling =
        Histogram.builder()
            .name("waymark_registry_report_handling_seconds")
            .help("Time from the arrival of a report to its answer, commit included.")
            .classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5)
            .register(registry);
    gauge(registry, counts, "projects", "Registered projects.", RegistryCounts::projects);
    gauge(registry, counts, "bureaus", "Bureaus.", RegistryCounts::bureaus);
    gauge(
        registry,
        counts,
        "reports",
        "Recorded reports, superseded ones included.",
        RegistryCounts::reports);
  }

  @Override
  public void accepted() {
    accepted.inc();
  }

  @Override
  public void replayed() {
    replayed.inc();
  }

  @Override
  public void refused(String reason) {
    refused.labelValues(reason).inc();
  }

  @Override
  public void abandoned() {
    abandoned.inc();
  }

  @Override
  public void failed() {
    failed.inc();
  }

  @Override
  public void handled(double seconds) {
    handling.observe(seconds);
  }

  private static Counter.Builder counter(String what, String help) {
    return Counter.builder().name("waymark_registry_reports_" + what + "_total").help(help);
  }

  private static void gauge(
      PrometheusRegistry registry,
      CountsCache counts,
      String what,
      String help,
      ToLongFunction<RegistryCounts> count) {
    GaugeWithCallback.builder()
        .name("waymark_registry_" + what)
        .help(help)
        .callback(
            gauge -> counts.current().ifPresent(now -> gauge.call((double) count.applyAsLong(now))))
        .register(registry);
  }
}
