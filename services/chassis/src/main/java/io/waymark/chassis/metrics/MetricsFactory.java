package io.waymark.chassis.metrics;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.outbox.OutboxMetrics;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Wires the metrics that every service has. */
@Factory
final class MetricsFactory {
  @Bean
  @Singleton
  PrometheusRegistry registry() {
    PrometheusRegistry registry = new PrometheusRegistry();
    JvmMetrics.builder().register(registry);
    return registry;
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
