package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
  private static final String METRICS =
      """
      # TYPE waymark_registry_projects gauge
      waymark_registry_projects 551
      waymark_registry_reports 1234.0
      waymark_outbox_depth 2.0
      waymark_build_info{version="0.1.0",revision="abc"} 1
      waymark_consumer_lag{consumer="alerting",topic="waymark.indicator.judgement.v1"} 7
      waymark_consumer_lag{consumer="alerting",topic="waymark.registry.bureau.v1"} 0
      some_histogram_bucket{le="+Inf"} 3
      waymark_broken
      """;

  private final Town town;
  private final HttpServer management;
  private final ServerSocket database;

  StatusTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
    database = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    management = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("/health/ready", 200, "{\"status\":\"UP\",\"parts\":[]}");
    serve("/metrics", 200, METRICS);
    management.start();
  }

  @AfterEach
  void close() throws IOException {
    management.stop(0);
    database.close();
    town.close();
  }

  private void serve(String path, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    management.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  private void started(String parts) throws IOException {
    Path run = Files.createDirectories(town.directory.resolve("home/run"));
    long self = ProcessHandle.current().pid();
    Files.writeString(
        run.resolve("state.json"),
        """
        {"launcher":{"pid":%d,"startedAt":"2027-06-30T01:00:00Z","version":"0.1.0"},
         "dataDir":"/var/waymark","parts":[%s]}
        """
            .formatted(self, parts));
  }

  private String registry() {
    return "{\"name\":\"registry\",\"kind\":\"service\",\"pid\":%d,\"grpc\":50051,\"management\":%d}"
        .formatted(ProcessHandle.current().pid(), management.getAddress().getPort());
  }

  private String postgres() {
    return "{\"name\":\"postgres\",\"kind\":\"database\",\"port\":%d}"
        .formatted(database.getLocalPort());
  }

  @Test
  void allUpEndsWithZeroAndTellsWhatIsKept() throws IOException {
    started(registry() + "," + postgres());
    Town.Run run = town.run("status");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .containsPattern("registry +up +\\d+ +grpc 50051, management \\d+ +0\\.1\\.0 +2 +7\n")
        .containsPattern("postgres +up +- +\\d+ +- +- +-\n")
        .contains("Keeps: projects 551 · reports 1,234\n")
        .contains("alerting has 7 events of waymark.indicator.judgement.v1 still to read\n")
        .endsWith("All is up. Data: /var/waymark\n");
  }

  @Test
  void jsonTellsTheSame() throws IOException {
    started(registry() + "," + postgres());
    JsonObject json = JsonParser.parseString(town.run("status", "--json").out()).getAsJsonObject();
    assertThat(json.get("up").getAsBoolean()).isTrue();
    JsonObject registry = json.getAsJsonArray("parts").get(1).getAsJsonObject();
    assertThat(registry.get("outboxDepth").getAsLong()).isEqualTo(2);
    assertThat(registry.getAsJsonObject("counts").get("projects").getAsLong()).isEqualTo(551);
    assertThat(registry.getAsJsonArray("consumerLag").get(0).getAsJsonObject().get("events"))
        .hasToString("7");
  }

  @Test
  void aServiceThatIsNotReadySaysWhichPartIsAway() throws IOException {
    management.removeContext("/health/ready");
    serve(
        "/health/ready",
        503,
        "{\"status\":\"DOWN\",\"parts\":[{\"name\":\"database\",\"status\":\"DOWN\",\"cause\":\"connection refused\"}]}");
    started(registry());
    Town.Run run = town.run("status", "--lang", "zh");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("异常", "database: connection refused", "异常部分：1 个");
  }

  @Test
  void whatAilsAServiceIsSaidInTheReadersLanguage() throws IOException {
    management.removeContext("/health/ready");
    management.createContext(
        "/health/ready",
        exchange -> {
          try (exchange) {
            String language = exchange.getRequestHeaders().getFirst("Accept-Language");
            byte[] bytes =
                """
                {"status":"DOWN","parts":[{"name":"database","status":"DOWN","cause":"refused",
                 "reason":"DATABASE_AWAY","text":"said in %s: refused"}]}
                """
                    .formatted(language)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    started(registry());

    assertThat(town.run("status", "--lang", "zh").out())
        .contains("said in zh-CN: refused")
        .doesNotContain("database:");
    assertThat(town.run("status", "--lang", "en").out()).contains("said in en: refused");
  }

  @Test
  void aGatewayNamesTheServiceThatItMisses() throws IOException {
    serve(
        "/actuator/health",
        503,
        """
        {"status":"DOWN","components":{"ping":{"status":"UP"},"upstreams":{"status":"DOWN",
         "components":{"registry":{"status":"UP"},
                       "alerting":{"status":"DOWN","details":{"error":"no answer"}}}}}}
        """);
    started(
        "{\"name\":\"gateway\",\"kind\":\"gateway\",\"http\":%d}"
            .formatted(management.getAddress().getPort()));
    Town.Run run = town.run("status");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("alerting: no answer").doesNotContain("registry");
  }

  @Test
  void aDeadProcessAndASilentPortAreNamed() throws IOException {
    started(
        "{\"name\":\"indicator\",\"kind\":\"service\",\"pid\":999999999,\"management\":1},"
            + "{\"name\":\"kafka\",\"kind\":\"broker\",\"port\":1},"
            + "{\"name\":\"gateway\",\"kind\":\"gateway\"}");
    Town.Run run = town.run("status");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("process 999999999 is gone", "no answer on port 1", "no port is written down")
        .contains("Keeps: -");
  }

  @Test
  void nothingStartedIsSaidSo() {
    Town.Run run = town.run("status");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("Waymark is not running here")
        .endsWith("Start it: ./waymark up\n");
    assertThat(town.run("status", "--json").out()).contains("\"up\": false");
  }

  @Test
  void aStateFileThatIsNoneIsSaidSo() throws IOException {
    Path run = Files.createDirectories(town.directory.resolve("home/run"));
    Files.writeString(run.resolve("state.json"), "{\"parts\": 3");
    Town.Run status = town.run("status");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.err()).contains("cannot be read (expected: what a launcher writes)");
  }
}
