package io.waymark.chassis.health;

import io.micronaut.context.annotation.Context;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;

/** The parts of the readiness page as a metric, so that a degraded part can raise an alert. */
@Context
final class PartMetrics {
  PartMetrics(PrometheusRegistry registry, List<HealthCheck> checks) {
    GaugeWithCallback.builder()
        .name("waymark_part_ready")
        .help(
            "1 while a part of the service is well, 0 while it is not; the readiness page says why.")
        .labelNames("part")
        .callback(gauge ->
            checks.forEach(check -> gauge.call(check.problem().isEmpty() ? 1 : 0, check.name())))
        .register(registry);
  }
}
