package io.waymark.chassis.grpc;

import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptor;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.grpc.server.GrpcEmbeddedServer;
import io.opentelemetry.api.trace.TracerProvider;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.chassis.database.Database;
import io.waymark.chassis.health.HealthCheck;
import io.waymark.chassis.identity.IdentityInterceptor;
import io.waymark.chassis.identity.TokenVerifier;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Wires the server: a virtual thread a call, and the interceptors, outermost first. */
@Factory
final class GrpcFactory {
  @Bean
  @Singleton
  @Order(1)
  ServerInterceptor tracing(TracerProvider tracers) {
    return new TracingInterceptor(tracers);
  }

  @Bean
  @Singleton
  @Order(2)
  ServerInterceptor metrics(PrometheusRegistry registry) {
    return new MetricsInterceptor(registry);
  }

  @Bean
  @Singleton
  @Order(3)
  ServerInterceptor failures() {
    return new FailureInterceptor();
  }

  @Bean
  @Singleton
  @Order(4)
  ServerInterceptor ready(Database database) {
    return new ReadyInterceptor(database::notReadyYet);
  }

  @Bean
  @Singleton
  @Order(5)
  ServerInterceptor identity(@Property(name = "waymark.token.keys") String keys) {
    return new IdentityInterceptor(TokenVerifier.fromFile(Path.of(keys)));
  }

  @Bean
  @Singleton
  HealthCheck served(Provider<GrpcEmbeddedServer> server) {
    return new ServedHealth(() -> server.get().isRunning());
  }

  /** Blocking handlers are fine on virtual threads, and faster than the platform pool. */
  @Singleton
  static final class VirtualThreads implements BeanCreatedEventListener<ServerBuilder<?>> {
    @Override
    public ServerBuilder<?> onCreated(BeanCreatedEvent<ServerBuilder<?>> event) {
      return event.getBean().executor(Executors.newVirtualThreadPerTaskExecutor());
    }
  }
}
