package io.waymark.alerting.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertingMetrics;
import io.waymark.alerting.domain.MemoryChannelQueue;
import io.waymark.alerting.domain.MemoryChannelQueue.State;
import io.waymark.alerting.domain.MemoryNotificationLog;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.NotificationLog.Filter;
import io.waymark.testkit.MutableClock;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks and group robots that take, put off, refuse, hang, redirect, or are not there. */
class WebhookTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private final WebSink sink = new WebSink();
  private final MemoryNotificationLog log = new MemoryNotificationLog();
  private final MemoryChannelQueue queue = new MemoryChannelQueue(log);
  private final List<AutoCloseable> open = new ArrayList<>();

  WebhookTest() throws IOException {}

  @AfterEach
  void stop() throws Exception {
    sink.close();
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void aWebhookGetsASignedBodyUnderAStableId() throws Exception {
    Files.writeString(folder.resolve("secret"), "s3cret-word\n");
    Channels channels = start("kind: webhook, secret_file: secret");
    String id = tell(channels);
    await().atMost(PATIENCE).until(() -> queue.state(id) == State.SENT);
    WebSink.Told told = sink.told().getFirst();
    assertThat(told.header("Webhook-id")).isEqualTo(id);
    assertThat(told.header("Content-type")).isEqualTo("application/json; charset=utf-8");
    String signed = id + "." + told.header("Webhook-timestamp") + "." + told.body();
    assertThat(told.header("Webhook-signature")).isEqualTo("v1," + hmac("s3cret-word", signed));
    JsonNode body = Json.read(told.body());
    assertThat(body.at("/id").asText()).isEqualTo(id);
    assertThat(body.at("/message/items/0/subjectId").asText())
        .isEqualTo("rail-transit-length-2030");
    assertThat(body.at("/message/subject").asText()).startsWith("【■滞后·约束性】轨道交通运营里程");
    Notification line = log.list(Filter.ALL, new Page(10, null)).getFirst();
    assertThat(line.channel()).isEqualTo("duty");
    assertThat(line.recipient()).isEqualTo("localhost");
    assertThat(line.answer()).isEqualTo("HTTP 200");
  }

  @Test
  void aMessagePutOffComesAgainUnderTheSameId() throws Exception {
    sink.bid(503, "busy");
    Channels channels = start("kind: webhook");
    String id = tell(channels);
    await().atMost(PATIENCE).until(() -> "HTTP 503".equals(queue.answer(id)));
    sink.bid(204, "");
    await().atMost(PATIENCE).until(() -> queue.state(id) == State.SENT);
    assertThat(sink.told()).extracting(told -> told.header("Webhook-id")).containsOnly(id);
    assertThat(sink.told()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(outcomes())
        .startsWith(Notification.Result.ACCEPTED)
        .contains(Notification.Result.PUT_OFF);
  }

  @Test
  void aRefusedMessageFailsAndTheNextOneGoes() throws Exception {
    sink.bid(400, "no");
    Channels channels = start("kind: webhook");
    String refused = tell(channels);
    await().atMost(PATIENCE).until(() -> queue.state(refused) == State.FAILED);
    sink.bid(200, "");
    channels.write(Circulars.recovered()).forEach(queue::store);
    await().atMost(PATIENCE).until(() -> outcomes().contains(Notification.Result.ACCEPTED));
    assertThat(channels.problem()).isEmpty();
  }

  @Test
  void aRedirectIsNotFollowedAndTheMessageWaits() throws Exception {
    try (WebSink elsewhere = new WebSink()) {
      sink.bid(new WebSink.Bidding(307, "", Map.of("Location", elsewhere.url("/hook"))));
      Channels channels = start("kind: webhook");
      String id = tell(channels);
      await().atMost(PATIENCE).until(() -> channels.problem().isPresent());
      assertThat(channels.problem()).contains("duty: HTTP 307 (redirects are not followed)");
      assertThat(elsewhere.told()).isEmpty();
      assertThat(queue.state(id)).isEqualTo(State.PENDING);
    }
  }

  @Test
  void aReceiverThatHangsIsReportedAndTheMessageWaits() throws Exception {
    sink.bid(-1, "");
    Channels channels = start("kind: webhook");
    String id = tell(channels);
    await().atMost(PATIENCE).until(() -> channels.problem().isPresent());
    assertThat(channels.problem()).contains("duty: no answer within 1 s");
    assertThat(queue.state(id)).isEqualTo(State.PENDING);
    sink.bid(200, "");
    await().atMost(PATIENCE).until(() -> queue.state(id) == State.SENT);
    assertThat(channels.problem()).isEmpty();
  }

  @Test
  void anEndlessAnswerIsCutOff() throws Exception {
    sink.bid(200, "x".repeat(5_000_000));
    String id = tell(start("kind: webhook"));
    await().atMost(PATIENCE).until(() -> queue.state(id) == State.SENT);
  }

  @Test
  void aWrongAddressIsTheOperatorsConcernAndLosesNothing() throws Exception {
    sink.bid(404, "");
    Channels channels = start("kind: webhook");
    String id = tell(channels);
    await().atMost(PATIENCE).until(() -> channels.problem().isPresent());
    assertThat(channels.problem()).contains("duty: HTTP 404");
    assertThat(queue.state(id)).isEqualTo(State.PENDING);
  }

  @Test
  void aRobotSaysInItsBodyWhatItMeans() throws Exception {
    sink.bid(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
    Channels channels = start("kind: wecom, per_minute: 0");
    String id = tell(channels);
    await().atMost(PATIENCE).until(() -> queue.answer(id).contains("errcode 45009"));
    assertThat(queue.state(id)).isEqualTo(State.PENDING);
    sink.bid(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}");
    await().atMost(PATIENCE).until(() -> channels.problem().orElse("").contains("93000"));
    sink.bid(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    await().atMost(PATIENCE).until(() -> queue.state(id) == State.SENT);
    assertThat(queue.answer(id)).isEqualTo("HTTP 200, errcode 0 ok");
    assertThat(sink.told().getFirst().header("Webhook-id")).isEmpty();
  }

  @Test
  void dingTalkIsAskedWithASignedAddress() throws Exception {
    Files.writeString(folder.resolve("secret"), "SECdingdong");
    sink.bid(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
    String id = tell(start("kind: dingtalk, secret_file: secret"));
    await().atMost(PATIENCE).until(() -> queue.state(id) == State.SENT);
    String query = sink.told().getFirst().path().replaceAll(".*\\?", "");
    assertThat(query).startsWith("access_token=t0ken&timestamp=");
    String millis = query.replaceAll(".*timestamp=(\\d+)&.*", "$1");
    String sign = URLDecoder.decode(query.replaceAll(".*&sign=", ""), UTF_8);
    assertThat(sign).isEqualTo(hmac("SECdingdong", millis + "\nSECdingdong"));
  }

  @Test
  void theCustomersTemplateLaysTheBodyOut() throws Exception {
    Files.writeString(
        folder.resolve("own.json"),
        "{\"title\": \"{{ brief.subject }}\", \"note\": \"{{ brief.warnings | join(' ') }}\"}");
    String id = tell(start("kind: webhook, template: own.json"));
    await().atMost(PATIENCE).until(() -> queue.state(id) == State.SENT);
    assertThat(Json.read(sink.told().getFirst().body()).at("/title").asText())
        .startsWith("【■滞后·约束性】轨道交通运营里程");
  }

  private String tell(Channels channels) {
    var message = channels.write(Circulars.opened()).getFirst();
    queue.store(message);
    return message.messageId();
  }

  private List<Notification.Result> outcomes() {
    return log.list(Filter.ALL, new Page(100, null)).stream().map(Notification::outcome).toList();
  }

  private Channels start(String traits) throws IOException {
    String url = sink.url("/send?access_token=t0ken");
    Path file =
        Files.writeString(
            folder.resolve("channels.yaml"),
            "channels: [{name: duty, url: \"" + url + "\", " + traits + "}]");
    Channels channels = Channels.load(file, "http://localhost:8080");
    assertThat(channels.problem()).isEmpty();
    HttpCourier courier = new HttpCourier(Duration.ofSeconds(1));
    open.add(courier);
    ChannelSender sender =
        new ChannelSender(
            channels.all().getFirst(),
            channels,
            queue,
            courier,
            AlertingMetrics.NONE,
            MutableClock.at("2027-06-30T01:00:00Z"),
            InstantSource.system());
    open.add(sender);
    sender.start();
    return channels;
  }

  private static String hmac(String secret, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }
}
