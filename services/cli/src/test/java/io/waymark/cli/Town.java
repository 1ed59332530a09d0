package io.waymark.cli;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.waymark.proto.indicator.v1.Light;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The three services as one small server, a data directory with a key, and the command pointed at
 * both.
 */
final class Town implements AutoCloseable {
  /** What one run of the command printed and how it ended. */
  record Run(int exit, String out, String err) {}

  final FakeIndicator indicator = new FakeIndicator();
  final FakeEvaluation evaluation = new FakeEvaluation();
  final FakeAlerting alerting = new FakeAlerting();
  final FakeNotifications notifications = new FakeNotifications();
  final FakeReporting reporting = new FakeReporting();
  final FakeRegistry registry = new FakeRegistry(this::slip);
  final Map<String, String> variables = new HashMap<>();
  final Path directory;
  final ECKey key;
  private final List<Metadata> headers = new CopyOnWriteArrayList<>();
  private final Server server;

  Town(Path directory) throws IOException {
    this.directory = directory;
    this.key = newKey();
    Path keys = Files.createDirectories(directory.resolve("home").resolve("keys"));
    Files.writeString(keys.resolve("issuer.jwk"), key.toJSONString());
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(registry)
            .addService(indicator)
            .addService(evaluation)
            .addService(alerting)
            .addService(notifications)
            .addService(reporting)
            .addService(reporting.figures)
            .intercept(new Listening())
            .build()
            .start();
    variables.put("WAYMARK_HOME", "home");
    variables.put("WAYMARK_SERVER", "localhost:" + server.getPort());
    variables.put("LANG", "en_GB.UTF-8");
  }

  /** What an accepted report leads to: line and target slip, and the bureau is told. */
  private void slip() {
    indicator.judgeAnew(
        Fixtures.METRO,
        Light.LIGHT_OFF_TRACK,
        "12号线武昌段预计晚 21 个月。",
        "Line 12 will be 21 months late.");
    indicator.judgeAnew(
        Fixtures.RAIL, Light.LIGHT_OFF_TRACK, "预计少 17 公里。", "It will fall 17 km short.");
    alerting.write("m-9", "transport@wuhan.example", "【滞后·约束性】轨道交通运营里程：预计少 17 公里");
  }

  Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            variables,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            directory,
            Clock.fixed(Fixtures.NOW, ZoneOffset.UTC),
            Locale.ENGLISH);
    int exit = Waymark.run(environment, arguments);
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The claims of the token that came with the last call. */
  JWTClaimsSet lastClaims() throws ParseException {
    return SignedJWT.parse(lastHeader("authorization").substring("Bearer ".length()))
        .getJWTClaimsSet();
  }

  String lastHeader(String name) {
    String value = headers.getLast().get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    return value == null ? "" : value;
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private final class Listening implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata received, ServerCallHandler<Q, A> next) {
      headers.add(received);
      return next.startCall(call, received);
    }
  }
}
