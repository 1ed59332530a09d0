package io.waymark.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micronaut.context.ApplicationContext;
import io.waymark.alerting.channels.Channels;
import io.waymark.alerting.channels.WebSink;
import io.waymark.alerting.domain.AlertArchive;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.NotificationLog;
import io.waymark.alerting.domain.NotificationLog.Filter;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.alerting.mail.MailServerHealth;
import io.waymark.alerting.postgres.PostgresNotificationLog;
import io.waymark.alerting.wire.VerdictWriter;
import io.waymark.embedded.FreePort;
import io.waymark.embedded.ReceivedMail;
import io.waymark.embedded.SmtpPolicy;
import io.waymark.outbox.KafkaClients;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauEvent;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.testkit.Database;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real PostgreSQL, Kafka and mail server. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertingServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Parts parts;
  private final WebSink hook = new WebSink();
  private final ApplicationContext service;
  private final Producer<String, byte[]> producer;

  AlertingServiceTest(Parts parts, @TempDir Path folder) throws JOSEException, IOException {
    this.parts = parts;
    parts.createWaymarkTopics();
    Path keys = folder.resolve("issuer.pub.jwks");
    JWKSet set = new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("test").generate());
    Files.writeString(keys, set.toString(true));
    Path channels =
        Files.writeString(
            folder.resolve("channels.yaml"),
            """
            channels:
              - {name: duty, kind: webhook, url: "%s"}
              - {name: broken, kind: pigeon, url: "https://x.example/"}
            """
                .formatted(hook.url("/hook")));
    service = ApplicationContext.run(settings(parts, keys, channels));
    producer = KafkaClients.producer(parts.kafkaBootstrap());
  }

  private static Map<String, Object> settings(Parts parts, Path keys, Path channels) {
    Database database = parts.database();
    Map<String, Object> settings = new HashMap<>();
    settings.put("waymark.database.url", database.url());
    settings.put("waymark.database.user", database.user());
    settings.put("waymark.database.password", database.password());
    settings.put("waymark.kafka.bootstrap", parts.kafkaBootstrap());
    settings.put("waymark.smtp.host", parts.mail().host());
    settings.put("waymark.smtp.port", parts.mail().port());
    settings.put("waymark.token.keys", keys.toString());
    settings.put("waymark.channels", channels.toString());
    settings.put("grpc.server.port", FreePort.find());
    settings.put("micronaut.server.port", FreePort.find());
    return settings;
  }

  @BeforeAll
  void aBureauIsKnown() throws ExecutionException, InterruptedException {
    send(
        "waymark.registry.bureau.v1",
        "transport",
        "waymark.registry.v1.BureauEvent",
        bureau("transport"));
    AlertArchive archive = service.getBean(AlertArchive.class);
    send(judged(Verdicts.rail().version(1).overall(Light.AT_RISK).build()));
    await()
        .atMost(PATIENCE)
        .until(() -> Long.valueOf(1).equals(archive.countMails().get(DeliveryStatus.SENT)));
  }

  @BeforeEach
  void noMails() {
    parts.mail().clear();
    parts.mail().policy(SmtpPolicy.ACCEPT_ALL);
  }

  @AfterAll
  void stop() {
    producer.close();
    service.close();
    hook.close();
  }

  @Test
  void aJudgementBecomesAMail() throws Exception {
    send(judged(Verdicts.rail().version(10).reportedBy("metro-line-12-wuchang").build()));
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> mails().size() == 1);
    ReceivedMail mail = mails().getFirst();
    assertThat(mail.recipients()).containsExactly("transport@wuhan.example");
    assertThat(mail.sender()).isEqualTo("waymark@waymark.example");
    assertThat(mail.subject()).isEqualTo("【■滞后·约束性】轨道交通运营里程：预计少 17 公里（达标概率 21%）");
    assertThat(mail.text())
        .contains("轨道交通12号线武昌段: −9.5 公里")
        .contains("本次研判由项目“轨道交通12号线武昌段”的最新填报引起");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.messageId()).endsWith("@waymark.example>");
    assertThat(mail.header("In-Reply-To"))
        .endsWith("@waymark.example>")
        .isNotEqualTo(mail.messageId());
  }

  @Test
  void aChannelIsToldBesideMailAndTheLogHoldsBothWhileABrokenOneIsNamed() throws Exception {
    send(judged(target("on-two-channels").build()));
    await().atMost(PATIENCE).until(() -> mails().size() == 1);
    await()
        .atMost(PATIENCE)
        .until(
            () -> hook.told().stream().anyMatch(told -> told.body().contains("on-two-channels")));
    NotificationLog log = new PostgresNotificationLog(service.getBean(DSLContext.class));
    Filter about = new Filter("", "", "on-two-channels", "", "", null, null, null);
    await()
        .atMost(PATIENCE)
        .until(() -> log.list(about, new AlertArchive.Page(10, null)).size() == 2);
    assertThat(log.list(about, new AlertArchive.Page(10, null)))
        .extracting(Notification::channel, Notification::recipient, Notification::outcome)
        .containsExactlyInAnyOrder(
            tuple("mail", "transport@wuhan.example", Notification.Result.ACCEPTED),
            tuple("duty", "localhost", Notification.Result.ACCEPTED));
    assertThat(service.getBean(Channels.class).problem().orElseThrow())
        .contains("broken.kind: pigeon")
        .doesNotContain("duty");
  }

  @Test
  void aRepeatedEventIsNotToldTwice() throws Exception {
    ProducerRecord<String, byte[]> event = judged(Verdicts.line().version(1).build());
    send(event);
    send(event);
    await().atMost(PATIENCE).until(() -> mails().size() == 1);
    send(judged(Verdicts.line().version(2).overall(Light.ON_TRACK).build()));
    await().atMost(PATIENCE).until(() -> mails().size() == 2);
    assertThat(mails())
        .extracting(ReceivedMail::subject)
        .containsExactlyInAnyOrder(
            "【■滞后】轨道交通12号线武昌段：预计延期 214 天（按期完工概率 21%）", "【●已恢复】轨道交通12号线武昌段：回到“正常”（概率 21%）");
  }

  @Test
  void aMailWaitsForItsBureau() throws Exception {
    send(judged(target("late-bureau-target").ledBy("newcomer").build()));
    AlertArchive archive = service.getBean(AlertArchive.class);
    var filter = new AlertArchive.AlertFilter("", null, "newcomer", "", true);
    await()
        .atMost(PATIENCE)
        .until(() -> archive.alerts(filter, new AlertArchive.Page(1, null)).size() == 1);
    assertThat(mails()).isEmpty();
    send(
        "waymark.registry.bureau.v1",
        "newcomer",
        "waymark.registry.v1.BureauEvent",
        bureau("newcomer"));
    await().atMost(PATIENCE).until(() -> mails().size() == 2);
    // The transport bureau leads the projects that cost the target most: it gets a copy.
    assertThat(mails())
        .flatExtracting(ReceivedMail::recipients)
        .containsExactlyInAnyOrder("newcomer@wuhan.example", "transport@wuhan.example");
  }

  @Test
  void aBusyMailServerGetsTheSameMailAgain() throws Exception {
    parts.mail().policy(SmtpPolicy.refuseAll("451 4.3.2 try again later"));
    send(judged(target("busy").build()));
    AlertArchive archive = service.getBean(AlertArchive.class);
    var pending = new AlertArchive.MailFilter("", "", DeliveryStatus.PENDING);
    await()
        .atMost(PATIENCE)
        .until(() ->
            archive.mails(pending, new AlertArchive.Page(10, null)).stream()
                .anyMatch(mail -> mail.lastAnswer().contains("451 4.3.2")));
    parts.mail().policy(SmtpPolicy.ACCEPT_ALL);
    await().atMost(PATIENCE).until(() -> mails().size() == 1);
    assertThat(service.getBean(MailServerHealth.class).problem()).isEmpty();
  }

  @Test
  void aMailThatIsRefusedForGoodFails() throws Exception {
    parts.mail().policy(SmtpPolicy.refuseAll("550 5.1.1 no such mailbox"));
    send(judged(target("refused").build()));
    AlertArchive archive = service.getBean(AlertArchive.class);
    var failed = new AlertArchive.MailFilter("", "", DeliveryStatus.FAILED);
    await()
        .atMost(PATIENCE)
        .until(() -> archive.mails(failed, new AlertArchive.Page(10, null)).size() == 1);
    assertThat(archive.mails(failed, new AlertArchive.Page(1, null)).getFirst().lastAnswer())
        .contains("550 5.1.1");
    assertThat(mails()).isEmpty();
  }

  @Test
  void poisonDoesNotHoldUpWhatFollows() throws Exception {
    send(
        "waymark.indicator.judgement.v1",
        "x",
        "waymark.indicator.v1.JudgementEvent",
        new byte[] {1, 2, 3});
    send(judged(target("after-poison").build()));
    await().atMost(PATIENCE).until(() -> mails().size() == 1);
  }

  private static Verdicts target(String subjectId) {
    return Verdicts.of(subjectId);
  }

  private List<ReceivedMail> mails() {
    return parts.mail().mails();
  }

  private static byte[] bureau(String id) {
    return BureauEvent.newBuilder()
        .setVersion(1)
        .setBureau(
            Bureau.newBuilder()
                .setBureauId(id)
                .setName(LocalizedText.newBuilder().setZh("市交通运输局").setEn("Transport Bureau"))
                .addEmails(id + "@wuhan.example")
                .setLanguage("zh"))
        .build()
        .toByteArray();
  }

  private static ProducerRecord<String, byte[]> judged(Verdict verdict) {
    byte[] payload =
        JudgementEvent.newBuilder()
            .setJudgement(VerdictWriter.write(verdict))
            .build()
            .toByteArray();
    String key = verdict.subject().planId() + "/" + verdict.subject().subjectId();
    return event(
        "waymark.indicator.judgement.v1", key, "waymark.indicator.v1.JudgementEvent", payload);
  }

  private void send(String topic, String key, String type, byte[] payload)
      throws ExecutionException, InterruptedException {
    send(event(topic, key, type, payload));
  }

  private void send(ProducerRecord<String, byte[]> event)
      throws ExecutionException, InterruptedException {
    producer.send(event).get();
  }

  private static ProducerRecord<String, byte[]> event(
      String topic, String key, String type, byte[] payload) {
    ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key, payload);
    Map.of(
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type,
            "ce_source",
            "waymark/test",
            "ce_time",
            Instant.now().toString())
        .forEach(
            (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return event;
  }
}
