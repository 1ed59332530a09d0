package io.waymark.systemtest;

import io.grpc.CallCredentials;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.waymark.embedded.SmtpSink;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc;
import io.waymark.proto.alerting.v1.AlertingServiceGrpc.AlertingServiceBlockingStub;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceBlockingStub;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceStub;
import io.waymark.testkit.Database;
import io.waymark.testkit.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * All services of a small city as processes, on real parts, with {@link SmallPlan} loaded. Its day
 * is 30 June 2027, and goes on. Calls pass the gateway, as everyone's do.
 *
 * <p>The test classes share one, see {@link SharedCity}: each reports on subjects of its own.
 */
final class City implements AutoCloseable {
  static final String TODAY = "2027-06-30";

  /** What a service may have; each ends at once if it needs more. */
  static final long HEAP = 256 << 20;

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Path ROOT = Path.of(System.getProperty("waymark.root", "../.."));

  final ServiceProcess registry;
  final ServiceProcess indicator;
  final ServiceProcess alerting;
  final ServiceProcess gateway;
  final SmtpSink mail;
  final Path home;
  private final Tokens tokens;
  private final ManagedChannel door;

  City(Parts parts) {
    parts.createWaymarkTopics();
    mail = parts.mail();
    mail.clear();
    home = folder();
    tokens = new Tokens(keys(home));
    Path clock = write(home.resolve("clock"), TODAY + "T01:00:00Z " + Instant.now() + " 1.0\n");
    Map<String, String> common =
        Map.of(
            "WAYMARK_KAFKA_BOOTSTRAP", parts.kafkaBootstrap(),
            "WAYMARK_TOKEN_KEYS", tokens.publicKeys().toString(),
            "WAYMARK_CLOCK_FILE", clock.toString());
    registry = service("registry", "Registry", common, parts.newDatabase(), Map.of());
    indicator = service("indicator", "Indicator", common, parts.newDatabase(), Map.of());
    alerting =
        service(
            "alerting",
            "Alerting",
            common,
            parts.newDatabase(),
            Map.of(
                "WAYMARK_SMTP_HOST", mail.host(),
                "WAYMARK_SMTP_PORT", Integer.toString(mail.port()),
                "WAYMARK_MAIL_FROM", "waymark@wuhan.example"));
    gateway =
        new ServiceProcess(
            "gateway",
            ROOT.resolve("gateway"),
            "io.waymark.gateway.GatewayApplication",
            "/actuator/health/readiness",
            heap("gateway"),
            Map.of(
                "WAYMARK_REGISTRY_ADDRESS", "localhost:" + registry.grpcPort,
                "WAYMARK_INDICATOR_ADDRESS", "localhost:" + indicator.grpcPort,
                "WAYMARK_ALERTING_ADDRESS", "localhost:" + alerting.grpcPort,
                "WAYMARK_GATEWAY_TOKEN", tokens.issue("gateway", "plan-office", "reader")));
    door = NettyChannelBuilder.forAddress("localhost", gateway.grpcPort).usePlaintext().build();
    try {
      services().forEach(ServiceProcess::start);
      services().forEach(ServiceProcess::awaitReady);
      SmallPlan.load(this);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Another heap for one service, as {@code -Dheap.registry=24m}, shows what too little does. */
  private static String heap(String service) {
    return System.getProperty("heap." + service, Long.toString(HEAP));
  }

  private static ServiceProcess service(
      String name,
      String main,
      Map<String, String> common,
      Database database,
      Map<String, String> own) {
    Map<String, String> env = new HashMap<>(common);
    env.putAll(own);
    env.put("WAYMARK_DATABASE_URL", database.url());
    env.put("WAYMARK_DATABASE_USER", database.user());
    env.put("WAYMARK_DATABASE_PASSWORD", database.password());
    return new ServiceProcess(
        name,
        ROOT.resolve("services").resolve(name),
        "io.waymark." + name + "." + main + "Application",
        "/health/ready",
        heap(name),
        env);
  }

  List<ServiceProcess> services() {
    return List.of(registry, indicator, alerting, gateway);
  }

  /** Waits for what the services are to bring about, or until one of them ends: which, and why. */
  void waitWhileAllRun(CompletableFuture<?> done) {
    Stream<CompletableFuture<?>> ends = services().stream().map(ServiceProcess::end);
    CompletableFuture.anyOf(
            Stream.concat(Stream.of(done), ends).toArray(CompletableFuture<?>[]::new))
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
    allMustRun();
  }

  void allMustRun() {
    services().forEach(ServiceProcess::mustRun);
  }

  RegistryServiceBlockingStub registryAs(String bureau, String role) {
    return RegistryServiceGrpc.newBlockingStub(door).withCallCredentials(as(bureau, role));
  }

  RegistryServiceStub streamingRegistryAs(String bureau, String role) {
    return streamingRegistryAs(bureau, role, door);
  }

  /** Through a channel of one's own, which may be cut. */
  RegistryServiceStub streamingRegistryAs(String bureau, String role, Channel through) {
    return RegistryServiceGrpc.newStub(through).withCallCredentials(as(bureau, role));
  }

  IndicatorServiceBlockingStub indicatorAs(String bureau, String role) {
    return IndicatorServiceGrpc.newBlockingStub(door).withCallCredentials(as(bureau, role));
  }

  AlertingServiceBlockingStub alertingAs(String bureau, String role) {
    return AlertingServiceGrpc.newBlockingStub(door).withCallCredentials(as(bureau, role));
  }

  String token(String bureau, String role) {
    return token("li.wei", bureau, role);
  }

  String token(String name, String bureau, String role) {
    return tokens.issue(name, bureau, role);
  }

  /** Where the board is. */
  String board() {
    return "http://localhost:" + gateway.httpPort;
  }

  private CallCredentials as(String bureau, String role) {
    String token = token(bureau, role);
    return new CallCredentials() {
      @Override
      public void applyRequestMetadata(
          RequestInfo info, Executor executor, MetadataApplier applier) {
        Metadata headers = new Metadata();
        headers.put(
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        applier.apply(headers);
      }
    };
  }

  @Override
  public void close() {
    door.shutdownNow();
    services().forEach(ServiceProcess::close);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("waymark-system-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path keys(Path home) {
    try {
      return Files.createDirectories(home.resolve("keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
