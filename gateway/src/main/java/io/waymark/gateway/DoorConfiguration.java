package io.waymark.gateway;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.waymark.gateway.contract.Contracts;
import io.waymark.gateway.contract.Routes;
import io.waymark.gateway.grpc.GrpcDoor;
import io.waymark.gateway.grpc.PassThrough;
import io.waymark.gateway.grpc.Upstream;
import io.waymark.gateway.grpc.UpstreamWatch;
import io.waymark.gateway.grpc.Upstreams;
import io.waymark.gateway.openapi.OpenApi;
import io.waymark.gateway.openapi.OpenApiPage;
import io.waymark.gateway.ops.DoorMetrics;
import io.waymark.gateway.ops.MetricsPage;
import io.waymark.gateway.ops.PrometheusDoorMetrics;
import io.waymark.gateway.rest.RestDoor;
import io.waymark.refusals.RefusalWords;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Wires the door: contracts, channels to the services, REST, gRPC, health and metrics. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
  /** Replies may be long lists; what comes in is limited at the door. */
  private static final int MOST_REPLY_BYTES = 64 << 20;

  @Bean
  Contracts contracts() {
    return Contracts.load();
  }

  @Bean
  Routes routes(Contracts contracts) {
    return Routes.of(contracts);
  }

  @Bean
  Upstreams upstreams(Settings settings) {
    return new Upstreams(
        List.of(
            upstream("registry", settings.registry()),
            upstream("indicator", settings.indicator()),
            upstream("alerting", settings.alerting())));
  }

  private static Upstream upstream(String name, Settings.Service service) {
    ManagedChannel channel =
        NettyChannelBuilder.forTarget(service.address())
            .usePlaintext()
            .directExecutor()
            .maxInboundMessageSize(MOST_REPLY_BYTES)
            .build();
    return new Upstream(name, channel);
  }

  @Bean
  PrometheusRegistry prometheusRegistry() {
    PrometheusRegistry registry = new PrometheusRegistry();
    JvmMetrics.builder().register(registry);
    return registry;
  }

  @Bean
  DoorMetrics doorMetrics(PrometheusRegistry registry) {
    return new PrometheusDoorMetrics(registry, Version.current());
  }

  @Bean(initMethod = "start")
  UpstreamWatch upstreamWatch(Upstreams upstreams) {
    return new UpstreamWatch(upstreams);
  }

  @Bean
  PassThrough passThrough(Contracts contracts, Upstreams upstreams, DoorMetrics metrics) {
    return new PassThrough(contracts, upstreams, metrics);
  }

  @Bean(initMethod = "start")
  GrpcDoor grpcDoor(Settings settings, PassThrough passThrough, UpstreamWatch watch) {
    return new GrpcDoor(settings.grpcPort(), passThrough, watch.health());
  }

  @Bean
  HealthContributor upstreamsHealthContributor(Upstreams upstreams, UpstreamWatch watch) {
    return CompositeHealthContributor.fromMap(
        Map.copyOf(
            upstreams.all().stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        Upstream::name, one -> indicator(one, watch)))));
  }

  private static HealthIndicator indicator(Upstream upstream, UpstreamWatch watch) {
    return () ->
        watch.problem(upstream).map(DoorConfiguration::down).orElseGet(() -> Health.up().build());
  }

  /** The reason for programs, and the cause in the language of whoever asks. */
  private static Health down(UpstreamWatch.Ailment ailment) {
    RefusalWords words = RefusalWords.in(LocaleContextHolder.getLocale().getLanguage());
    return Health.down()
        .withDetail(
            "cause", words.ailing(ailment.reason(), ailment.particulars(), ailment.reason()))
        .withDetail("reason", ailment.reason())
        .withDetail("particulars", ailment.particulars())
        .build();
  }

  @Bean
  SimpleUrlHandlerMapping doors(
      Settings settings,
      Contracts contracts,
      Routes routes,
      Upstreams upstreams,
      DoorMetrics metrics,
      PrometheusRegistry registry) {
    RestDoor rest =
        new RestDoor(routes, upstreams, settings.restDeadline(), settings.gatewayToken(), metrics);
    OpenApiPage openApi =
        new OpenApiPage(new OpenApi(contracts, routes, Version.current()).document());
    return new SimpleUrlHandlerMapping(
        Map.of(
            "/api/v1/openapi.json",
            openApi,
            "/api/**",
            rest,
            "/metrics",
            new MetricsPage(registry)),
        0);
  }
}
