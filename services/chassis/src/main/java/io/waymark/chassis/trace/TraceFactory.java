package io.waymark.chassis.trace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import jakarta.inject.Singleton;

/** Trace ids are made and passed on; spans are exported nowhere yet. */
@Factory
final class TraceFactory {
  @Bean
  @Singleton
  TracerProvider tracers() {
    return SdkTracerProvider.builder().build();
  }
}
