package io.waymark.gateway.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.waymark.gateway.GatewayApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;

/**
 * The three services of a made-up city on ports of their own. Its main method puts a gateway in
 * front of them, so that one can look at the board without the rest of Waymark: {@code FakeCity
 * 8080}.
 */
public final class FakeCity implements AutoCloseable {
  private final Seen seen = new Seen();
  private final FakeRegistry registry = new FakeRegistry();
  private final Server registryServer;
  private final Server indicatorServer;
  private final Server alertingServer;

  private final HttpServer management = serveMetrics();

  public FakeCity() {
    FakeIndicator indicator = new FakeIndicator();
    registryServer = serve(registry, new FakeReporting());
    indicatorServer = serve(indicator, new FakeReporting.Figures(), new FakeEvaluation());
    alertingServer = serve(new FakeAlerting(indicator.judgements()), new FakeNotifications());
  }

  private static HttpServer serveMetrics() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      server.createContext("/", FakeCity::answerPath);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answerPath(HttpExchange exchange) throws IOException {
    byte[] body = ("asked for " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Server serve(BindableService... services) {
    NettyServerBuilder server = NettyServerBuilder.forPort(0).maxInboundMessageSize(64 << 20);
    for (BindableService service : services) {
      server.addService(ServerInterceptors.intercept(service, new Answering(), seen));
    }
    try {
      return server.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What arrived last at any of the services. */
  public Seen seen() {
    return seen;
  }

  /** The registry. */
  public FakeRegistry registry() {
    return registry;
  }

  /** The settings that lead a gateway to this city. */
  public Map<String, Object> settings() {
    return Map.of(
        "WAYMARK_REGISTRY_ADDRESS", "localhost:" + registryServer.getPort(),
        "WAYMARK_INDICATOR_ADDRESS", "localhost:" + indicatorServer.getPort(),
        "WAYMARK_ALERTING_ADDRESS", "localhost:" + alertingServer.getPort(),
        "WAYMARK_REGISTRY_MANAGEMENT", "http://localhost:" + management.getAddress().getPort(),
        "WAYMARK_INDICATOR_MANAGEMENT", "http://localhost:1", // Nothing listens there.
        "WAYMARK_GRAFANA_URL", "http://localhost:" + management.getAddress().getPort(),
        "WAYMARK_GATEWAY_TOKEN", "read-only-token");
  }

  /** Takes the alerting service away. */
  public void stopAlerting() {
    alertingServer.shutdownNow();
  }

  @Override
  public void close() {
    List.of(registryServer, indicatorServer, alertingServer).forEach(Server::shutdownNow);
    management.stop(0);
  }

  /** Turns a refusal that a method threw into the status that the real services send. */
  private static final class Answering implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      return new io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener<>(
          next.startCall(call, headers)) {
        @Override
        public void onHalfClose() {
          answer(super::onHalfClose);
        }

        @Override
        public void onMessage(Q message) {
          answer(() -> super.onMessage(message));
        }

        private void answer(Runnable step) {
          try {
            step.run();
          } catch (StatusRuntimeException e) {
            call.close(
                e.getStatus(), Optional.ofNullable(e.getTrailers()).orElseGet(Metadata::new));
          }
        }
      };
    }
  }

  /** Runs the gateway in front of the city; the first argument is the HTTP port. */
  public static void main(String[] args) {
    FakeCity city = new FakeCity();
    SpringApplication application = new SpringApplication(GatewayApplication.class);
    application.setDefaultProperties(city.settings());
    application.run("--server.port=" + args[0], "--waymark.grpc-port=0");
  }
}
