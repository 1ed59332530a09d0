package io.waymark.chassis.metrics;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.outbox.OutboxMetrics;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Objects;

/** Wires the metrics that every service has. */
@Factory
final class MetricsFactory {
  @Bean
  @Singleton
  PrometheusRegistry registry() {
    PrometheusRegistry registry = new PrometheusRegistry();
    JvmMetrics.builder().register(registry);
    GaugeWithCallback.builder()
        .name("waymark_jvm_heap_peak_bytes")
        .help("The most heap that was in use at once since the start, at most.")
        .callback(peak -> peak.call(heapPeak()))
        .register(registry);
    return registry;
  }

  /**
   * The peaks of the pools together: they may fall on different moments, so it is never too low.
   */
  private static double heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  @Bean
  @Context
  Info build(
      PrometheusRegistry registry, @Property(name = "micronaut.application.name") String service) {
    Info info =
        Info.builder()
            .name("waymark_build_info")
            .help("What runs here.")
            .labelNames("service", "version")
            .register(registry);
    String version = MetricsFactory.class.getPackage().getImplementationVersion();
    info.setLabelValues(service, Objects.requireNonNullElse(version, "development"));
    return info;
  }

  @Bean
  @Singleton
  OutboxMetrics outbox(PrometheusRegistry registry) {
    return new PrometheusOutboxMetrics(registry);
  }
}
