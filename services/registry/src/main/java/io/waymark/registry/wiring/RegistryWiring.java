package io.waymark.registry.wiring;

import io.grpc.BindableService;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.chassis.grpc.GrpcServices;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.registry.app.CommandHandler;
import io.waymark.registry.app.CommandQueue;
import io.waymark.registry.app.CountsCache;
import io.waymark.registry.app.ImportHandler;
import io.waymark.registry.app.RegistryMetrics;
import io.waymark.registry.app.RegistryStore;
import io.waymark.registry.app.Reporting;
import io.waymark.registry.app.ReportingStore;
import io.waymark.registry.grpc.RegistryGrpcService;
import io.waymark.registry.grpc.ReportingGrpcService;
import io.waymark.registry.postgres.PostgresRegistryStore;
import io.waymark.registry.postgres.PostgresReportingStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jooq.DSLContext;

/** Wires the service. */
@Factory
final class RegistryWiring {
  @Bean
  @Singleton
  RegistryStore store(DSLContext db, PostgresOutbox outbox, Clock clock) {
    return new PostgresRegistryStore(db, outbox, clock.getZone());
  }

  @Bean
  @Singleton
  RegistryMetrics metrics(PrometheusRegistry registry, RegistryStore store) {
    return new PrometheusRegistryMetrics(registry, new CountsCache(store, System::nanoTime));
  }

  @Bean(preDestroy = "close")
  @Singleton
  CommandQueue commands(RegistryStore store, Clock clock, RegistryMetrics metrics) {
    return new CommandQueue(new CommandHandler(store, clock), metrics);
  }

  @Bean
  @Singleton
  BindableService registry(CommandQueue commands, RegistryStore store, Clock clock) {
    return GrpcServices.guarded(
        new RegistryGrpcService(commands, new ImportHandler(store, clock), store, clock));
  }

  @Bean
  @Singleton
  BindableService reporting(DSLContext db, PostgresOutbox outbox, Clock clock) {
    ReportingStore store = new PostgresReportingStore(db, outbox, clock.getZone());
    Reporting reporting = new Reporting(store, clock, WorkingCalendar.shipped());
    return GrpcServices.guarded(new ReportingGrpcService(reporting));
  }

  @Bean
  @Singleton
  BindableService reflection() {
    return ProtoReflectionServiceV1.newInstance();
  }

  @Bean
  @Singleton
  BindableService health() {
    return new HealthStatusManager().getHealthService();
  }
}
