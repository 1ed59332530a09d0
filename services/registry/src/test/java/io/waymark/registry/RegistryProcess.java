package io.waymark.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.waymark.testkit.Database;
import io.waymark.testkit.Parts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** The registry in a JVM of its own with the heap that it is promised, on real parts. */
final class RegistryProcess implements AutoCloseable {
  private final ECKey key;
  private final Process process;
  private final int managementPort = freePort();
  final Database database;
  final int port = freePort();

  RegistryProcess(Parts parts, Path folder, String heap) throws Exception {
    parts.createWaymarkTopics();
    database = parts.newDatabase();
    key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    Path keys =
        Files.writeString(folder.resolve("issuer.pub.jwks"), new JWKSet(key).toString(true), UTF_8);
    ProcessBuilder builder =
        new ProcessBuilder(
            java(),
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-cp",
            classpath(),
            RegistryApplication.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "WAYMARK_DATABASE_URL", database.url(),
                "WAYMARK_DATABASE_USER", database.user(),
                "WAYMARK_DATABASE_PASSWORD", database.password(),
                "WAYMARK_KAFKA_BOOTSTRAP", parts.kafkaBootstrap(),
                "WAYMARK_TOKEN_KEYS", keys.toString(),
                "WAYMARK_GRPC_PORT", Integer.toString(port),
                "WAYMARK_MANAGEMENT_PORT", Integer.toString(managementPort)));
    builder.redirectErrorStream(true);
    builder.redirectOutput(Path.of("target", "registry-process.log").toFile());
    process = builder.start();
    await("the registry; its log is target/registry-process.log")
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> get("/health/ready").statusCode() == 200);
  }

  static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  /** What this test runs with. */
  static String classpath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** One figure of the metrics page, such as {@code jvm_memory_pool_max_used_bytes{...}}. */
  double metric(String line) throws IOException, InterruptedException {
    return get("/metrics")
        .body()
        .lines()
        .filter(found -> found.startsWith(line + " "))
        .mapToDouble(found -> Double.parseDouble(found.substring(found.lastIndexOf(' '))))
        .sum();
  }

  String token(String bureau, String role) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer("waymark")
                .subject(bureau + "-clerk")
                .claim("kind", "system")
                .claim("bureau", bureau)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
