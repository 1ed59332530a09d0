package io.waymark.alerting.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.alerting.domain.AlertingMetrics;
import io.waymark.alerting.domain.ChannelMessage;
import io.waymark.alerting.domain.MemoryChannelQueue;
import io.waymark.alerting.domain.MemoryChannelQueue.State;
import io.waymark.alerting.domain.MemoryNotificationLog;
import io.waymark.embedded.FreePort;
import io.waymark.testkit.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts as Prometheus Alertmanager takes them: Debian's, where it is installed. */
class AlertmanagerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");

  @TempDir private Path folder;

  // Behind the clock that Alertmanager goes by, so that what ends now has ended there.
  private final MutableClock system =
      MutableClock.at(Instant.now().minusSeconds(180).truncatedTo(ChronoUnit.MILLIS));
  private final MemoryChannelQueue queue = new MemoryChannelQueue(new MemoryNotificationLog());
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anAlertFiresIsToldAgainBeforeItExpiresAndEndsWithItsRecovery() throws Exception {
    assumeTrue(
        Files.isExecutable(PROGRAM),
        "no Alertmanager took part: prometheus-alertmanager is not installed (.ci/run installs it)");
    String place = "http://127.0.0.1:" + FreePort.find();
    Process alertmanager = start(place);
    try (HttpCourier courier = new HttpCourier(Duration.ofSeconds(5))) {
      Channels channels = channels(place);
      ChannelSender sender = sender(channels, courier);
      ChannelMessage opened = channels.write(Circulars.opened()).getFirst();
      queue.store(opened);
      await().atMost(PATIENCE).ignoreExceptions().until(() -> alerts(place).isArray());
      assertThat(sender.round()).isEqualTo(1);
      assertThat(queue.state(opened.messageId())).isEqualTo(State.STANDING);
      firesWithItsLabels(place);

      // Before it would expire it is told again; it lives for four repetitions that do not come.
      Instant lives = Instant.parse(alerts(place).at("/0/endsAt").asText());
      assertThat(lives).isEqualTo(system.instant().plus(Duration.ofMinutes(4)));
      assertThat(sender.round()).isZero();
      system.advance(Duration.ofSeconds(60));
      assertThat(sender.round()).isEqualTo(1);
      assertThat(Instant.parse(alerts(place).at("/0/endsAt").asText()))
          .isEqualTo(lives.plusSeconds(60));

      // However it ended: the next repetition is its end.
      queue.end(opened.standing().alertId());
      system.advance(Duration.ofSeconds(60));
      assertThat(sender.round()).isEqualTo(1);
      assertThat(queue.state(opened.messageId())).isEqualTo(State.SENT);
      assertThat(alerts(place)).isEmpty();
      assertThat(channels.problem()).isEmpty();
    } finally {
      alertmanager.destroy();
      if (!alertmanager.waitFor(10, TimeUnit.SECONDS)) {
        alertmanager.destroyForcibly();
      }
    }
  }

  private void firesWithItsLabels(String place) throws IOException, InterruptedException {
    JsonNode alert = alerts(place).at("/0");
    JsonNode labels = alert.at("/labels");
    assertThat(labels.at("/alertname").asText()).isEqualTo("WaymarkAlert");
    assertThat(labels.at("/subject").asText()).isEqualTo("rail-transit-length-2030");
    assertThat(labels.at("/bureau").asText()).isEqualTo("transport");
    assertThat(labels.at("/severity").asText()).isEqualTo("critical");
    assertThat(labels.at("/team").asText()).isEqualTo("plan");
    assertThat(alert.at("/annotations/summary").asText()).startsWith("【■滞后·约束性】轨道交通运营里程");
    assertThat(alert.at("/status/state").asText()).isIn("active", "unprocessed");
    assertThat(alert.at("/generatorURL").asText()).startsWith("http://localhost:8080/");
  }

  private JsonNode alerts(String place) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(place + "/api/v2/alerts")).build();
    return Json.read(client.send(request, BodyHandlers.ofString(UTF_8)).body());
  }

  private ChannelSender sender(Channels channels, HttpCourier courier) {
    return new ChannelSender(
        channels.all().getFirst(),
        channels,
        queue,
        courier,
        AlertingMetrics.NONE,
        MutableClock.at("2027-06-30T01:00:00Z"),
        system);
  }

  private Channels channels(String place) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("channels.yaml"),
            "channels: [{name: am, kind: alertmanager, url: \""
                + place
                + "\", labels: {team: plan}}]");
    return Channels.load(file, "http://localhost:8080");
  }

  private Process start(String place) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("alertmanager.yml"),
            "route: {receiver: none}\nreceivers: [{name: none}]\n");
    return new ProcessBuilder(
            PROGRAM.toString(),
            "--config.file=" + config,
            "--storage.path=" + folder.resolve("data"),
            "--web.listen-address=" + place.substring("http://".length()),
            "--cluster.listen-address=")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
