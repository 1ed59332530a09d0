package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Recipient;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.embedded.ReceivedMail;
import io.waymark.embedded.SmtpPolicy;
import io.waymark.embedded.SmtpSink;
import io.waymark.testkit.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Delivery to a mail server that accepts, refuses, puts off, hangs, or is not there. */
class MailerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SmtpSink sink = SmtpSink.startTemporary();
  private final MemoryMailQueue queue = new MemoryMailQueue();
  private final CountingMetrics metrics = new CountingMetrics();
  private final MailServerHealth health = new MailServerHealth();
  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:02Z");
  private Optional<Mailer> mailer = Optional.empty();

  @AfterEach
  void stop() {
    mailer.ifPresent(Mailer::close);
    sink.close();
  }

  @Test
  void anAcceptedMailIsSentOnceWithItsStoredMessageId() {
    queue.add(mail("a", "a@wuhan.example"));
    start(sink.port());
    await().atMost(PATIENCE).until(() -> queue.status("a") == DeliveryStatus.SENT);
    ReceivedMail received = sink.mails().getFirst();
    assertThat(sink.mails()).hasSize(1);
    assertThat(received.messageId()).isEqualTo("<a@waymark.example>");
    assertThat(received.header("X-Waymark-Alert")).isEqualTo("alert-1");
    assertThat(received.header("Date")).contains("30 Jun 2027");
    assertThat(received.header("Content-Type")).startsWith("multipart/alternative");
    assertThat(received.html()).isEqualTo("<p>正文</p>");
    assertThat(metrics.due()).isEqualTo(1);
  }

  @Test
  void theTimeToTheMailIsMeasuredByTheSystemsClockWhateverYearTheDemoIsIn() {
    queue.add(mail("a", "a@wuhan.example"));
    start(sink.port());
    await().atMost(PATIENCE).until(() -> metrics.sent().size() == 1);
    assertThat(metrics.sent().getFirst())
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(2).plus(PATIENCE));
  }

  @Test
  void manyMailsShareAFewConnections() {
    for (int i = 0; i < 100; i++) {
      queue.add(mail("m" + i, "a@wuhan.example"));
    }
    start(sink.port());
    await().atMost(PATIENCE).until(() -> sink.mails().size() == 100);
    assertThat(sink.mails()).extracting(ReceivedMail::messageId).doesNotHaveDuplicates();
  }

  @Test
  void aConnectionIsUsedForManyMailsAndNoMoreAreOpenThanAllowed() throws IOException {
    try (CountingDoor door = new CountingDoor(sink.port())) {
      for (int i = 0; i < 60; i++) {
        queue.add(mail("m" + i, "a@wuhan.example"));
      }
      start(door.port(), new SmtpSettings.Pace(2, 0));
      await().atMost(PATIENCE).until(() -> sink.mails().size() == 60);
      assertThat(door.connections()).isBetween(1, 2);
    }
  }

  @Test
  void noMoreMailsGoInAMinuteThanTheRelayBears() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      queue.add(mail("m" + i, "a@wuhan.example"));
    }
    MutableClock time = MutableClock.at("2026-11-29T09:00:00Z");
    Mailer slow =
        new Mailer(
            queue,
            () -> new SmtpPostman(settings(sink.port(), SmtpSettings.Pace.USUAL)),
            new SmtpSettings.Pace(8, 120),
            health,
            metrics,
            clock,
            time);
    mailer = Optional.of(slow);
    assertThat(slow.round()).isEqualTo(2);
    assertThat(slow.round()).isZero();
    time.advance(Duration.ofMillis(499));
    assertThat(slow.round()).isZero();
    time.advance(Duration.ofMillis(1));
    assertThat(slow.round()).isEqualTo(1);
    time.advance(Duration.ofMinutes(1));
    assertThat(slow.round()).isEqualTo(2);
  }

  @Test
  void eachRecipientsOutcomeIsKept() {
    sink.policy(
        to -> to.startsWith("gone") ? Optional.of("550 5.1.1 no such mailbox") : Optional.empty());
    Mailing sample = SampleMailings.of(TemplateKind.OPENED, Language.ZH);
    List<Recipient> recipients =
        Stream.of("a@wuhan.example", "gone@wuhan.example", "c@wuhan.example")
            .map(to ->
                new Recipient(
                    to, "transport", "", Language.ZH, Recipient.Role.TO, Recipient.Reason.LEAD))
            .toList();
    List<OutgoingMail> mails =
        writer()
            .write(
                new Mailing(
                    sample.mailingId(),
                    sample.kind(),
                    sample.bureau(),
                    recipients,
                    sample.notices(),
                    sample.threads(),
                    null,
                    sample.at(),
                    sample.causeEventAt(),
                    sample.arrivedAt()));
    mails.forEach(queue::add);
    start(sink.port());
    await()
        .atMost(PATIENCE)
        .until(() ->
            mails.stream()
                .noneMatch(mail -> queue.status(mail.mailId()) == DeliveryStatus.PENDING));
    assertThat(mails)
        .extracting(OutgoingMail::recipient, mail -> queue.status(mail.mailId()))
        .containsExactly(
            tuple("a@wuhan.example", DeliveryStatus.SENT),
            tuple("gone@wuhan.example", DeliveryStatus.FAILED),
            tuple("c@wuhan.example", DeliveryStatus.SENT));
    assertThat(queue.answer(mails.get(1).mailId())).contains("550 5.1.1 no such mailbox");
    assertThat(sink.mails())
        .extracting(ReceivedMail::messageId)
        .containsExactlyInAnyOrder(mails.get(0).messageId(), mails.get(2).messageId());
  }

  @Test
  void aMailPutOffIsTriedAgainAfterASecondUnderTheSameMessageId() {
    sink.policy(SmtpPolicy.refuseAll("451 4.7.1 greylisted"));
    queue.add(mail("a", "a@wuhan.example"));
    start(sink.port());
    await().atMost(PATIENCE).until(() -> queue.answer("a").contains("451 4.7.1"));
    assertThat(queue.status("a")).isEqualTo(DeliveryStatus.PENDING);
    sink.policy(SmtpPolicy.ACCEPT_ALL);
    await().atMost(PATIENCE).until(() -> queue.status("a") == DeliveryStatus.SENT);
    assertThat(sink.mails()).hasSize(1);
    assertThat(metrics.retried()).isPositive();
    assertThat(metrics.due()).isEqualTo(1);
  }

  @Test
  void aRefusedMailFailsAndTheOthersGo() {
    sink.policy(
        to -> to.startsWith("gone") ? Optional.of("550 5.1.1 no such mailbox") : Optional.empty());
    queue.add(mail("a", "gone@wuhan.example"));
    queue.add(mail("b", "here@wuhan.example"));
    start(sink.port());
    await().atMost(PATIENCE).until(() -> queue.status("b") == DeliveryStatus.SENT);
    await().atMost(PATIENCE).until(() -> queue.status("a") == DeliveryStatus.FAILED);
    assertThat(queue.answer("a")).contains("550 5.1.1 no such mailbox");
    assertThat(metrics.failed()).isEqualTo(1);
  }

  @Test
  void anImpossibleAddressFailsWithoutTroublingTheMailServer() {
    queue.add(mail("a", "a@wuhan.example\r\nRCPT TO:<thief@evil.example>"));
    start(sink.port());
    await().atMost(PATIENCE).until(() -> queue.status("a") == DeliveryStatus.FAILED);
    assertThat(queue.answer("a")).startsWith("not sent: ");
    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void aMailServerThatHangsIsUnhealthyAndTheMailWaits() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      queue.add(mail("a", "a@wuhan.example"));
      start(silent.getLocalPort());
      await().atMost(PATIENCE).until(() -> health.problem().isPresent());
      assertThat(queue.status("a")).isEqualTo(DeliveryStatus.PENDING);
    }
  }

  @Test
  void aMailServerThatComesBackGetsTheMailSoon() throws IOException {
    int port = sink.port();
    sink.close();
    queue.add(mail("a", "a@wuhan.example"));
    start(port);
    await().atMost(PATIENCE).until(() -> health.problem().isPresent());
    try (SmtpSink back = SmtpSink.start(java.nio.file.Files.createTempDirectory("mails"), port)) {
      await().atMost(PATIENCE).until(() -> queue.status("a") == DeliveryStatus.SENT);
      assertThat(back.mails()).hasSize(1);
      assertThat(health.problem()).isEmpty();
    }
  }

  @Test
  void theBackOffDoublesUpToFiveMinutes() {
    assertThat(BackOff.after(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(BackOff.after(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(BackOff.after(5)).isEqualTo(Duration.ofSeconds(16));
    assertThat(BackOff.after(9)).isEqualTo(Duration.ofSeconds(256));
    assertThat(BackOff.after(10)).isEqualTo(Duration.ofMinutes(5));
    assertThat(BackOff.after(1000)).isEqualTo(Duration.ofMinutes(5));
  }

  private void start(int port) {
    start(port, SmtpSettings.Pace.USUAL);
  }

  private void start(int port, SmtpSettings.Pace pace) {
    SmtpSettings settings = settings(port, pace);
    Mailer started =
        new Mailer(
            queue,
            () -> new SmtpPostman(settings),
            pace,
            health,
            metrics,
            clock,
            InstantSource.system());
    started.start();
    mailer = Optional.of(started);
  }

  private static TemplateLetterWriter writer() {
    return new TemplateLetterWriter(
        "http://localhost:8080",
        ZoneId.of("Asia/Shanghai"),
        WorkingCalendar.shipped(),
        "waymark.example",
        new LinkSigner(() -> List.of(new byte[32])),
        null);
  }

  private static SmtpSettings settings(int port, SmtpSettings.Pace pace) {
    return new SmtpSettings(
        "localhost",
        port,
        SmtpSettings.Login.NONE,
        SmtpSettings.Tls.NONE,
        null,
        "Waymark <waymark@waymark.example>",
        Duration.ofSeconds(1),
        pace);
  }

  static OutgoingMail mail(String id, String recipient) {
    return new OutgoingMail(
        id,
        "<" + id + "@waymark.example>",
        "",
        "alert-1",
        "alert-1/1",
        "transport",
        recipient,
        Language.ZH,
        "【■滞后】轨道交通",
        "正文",
        "<p>正文</p>",
        Instant.parse("2027-06-30T01:00:00Z"),
        Instant.parse("2027-06-30T01:00:00Z"),
        Instant.now().minusSeconds(2),
        List.of("alert-1"));
  }
}
