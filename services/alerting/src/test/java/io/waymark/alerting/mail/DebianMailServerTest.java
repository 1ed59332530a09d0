package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.alerting.domain.Bounce;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.mail.SmtpSettings.Login;
import io.waymark.alerting.mail.SmtpSettings.Tls;
import io.waymark.embedded.ReceivedMail;
import io.waymark.embedded.SmtpSink;
import io.waymark.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Debian's Postfix takes our mails, by STARTTLS and login, and relays them. */
class DebianMailServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Login LOGIN = new Login("waymark", "s3cret-word");

  private final MemoryMailQueue queue = new MemoryMailQueue();
  private final MailServerHealth health = new MailServerHealth();

  @Test
  void postfixTakesAndRelaysTheMailAndItsReportOfARefusedOneIsUnderstood() throws Exception {
    Postfix.assumeInstalled();
    Path folder = Files.createTempDirectory("waymark-postfix");
    TestCertificate certificate = TestCertificate.of("localhost", folder);
    try (SmtpSink sink = SmtpSink.startTemporary();
        Postfix postfix = new Postfix(folder, certificate, LOGIN, sink.port())) {
      sink.policy(to ->
          to.startsWith("gone") ? Optional.of("550 5.1.1 no such mailbox") : Optional.empty());
      queue.add(MailerTest.mail("here", "here@wuhan.example"));
      queue.add(MailerTest.mail("gone", "gone@wuhan.example"));
      aWrongPasswordIsNamed(postfix, certificate);
      try (Mailer mailer = mailer(postfix, LOGIN, certificate)) {
        mailer.start();
        await().atMost(PATIENCE).until(() -> queue.status("here") == DeliveryStatus.SENT);
        await().atMost(PATIENCE).until(() -> queue.status("gone") == DeliveryStatus.SENT);
        assertThat(queue.answer("here")).startsWith("250 2.0.0 Ok: queued as ");
        ReceivedMail relayed = received(sink, "here@wuhan.example");
        assertThat(relayed.messageId()).isEqualTo("<here@waymark.example>");
        assertThat(relayed.header("Received")).contains("with ESMTPSA");
        assertThat(relayed.html()).isEqualTo("<p>正文</p>");
        theReportOfTheRefusedOneIsUnderstood(received(sink, "waymark@waymark.example"));
      }
    }
  }

  private void aWrongPasswordIsNamed(Postfix postfix, TestCertificate certificate) {
    try (Mailer mailer = mailer(postfix, new Login("waymark", "wr0ng-word"), certificate)) {
      mailer.start();
      await()
          .atMost(PATIENCE)
          .until(() -> health.problem().orElse("").startsWith("login as waymark refused: 535 "));
      assertThat(queue.status("here")).isEqualTo(DeliveryStatus.PENDING);
    }
  }

  private static void theReportOfTheRefusedOneIsUnderstood(ReceivedMail report) throws IOException {
    Bounce bounce = BounceReader.read(Files.readAllBytes(report.file())).getFirst();
    assertThat(bounce.action()).isEqualTo(Bounce.Action.FAILED);
    assertThat(bounce.messageId()).isEqualTo("<gone@waymark.example>");
    assertThat(bounce.recipients()).contains("gone@wuhan.example");
    assertThat(bounce.said()).isEqualTo("5.1.1 550 5.1.1 no such mailbox");
  }

  private static ReceivedMail received(SmtpSink sink, String recipient) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                sink.mails().stream()
                    .filter(mail -> mail.recipients().contains(recipient))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private Mailer mailer(Postfix postfix, Login login, TestCertificate certificate) {
    SmtpSettings settings =
        SecureSmtpTest.settings(
            "localhost", Tls.STARTTLS, login, certificate.certificate(), postfix.port());
    return new Mailer(
        queue,
        () -> new SmtpPostman(settings),
        settings.pace(),
        health,
        new CountingMetrics(),
        MutableClock.at("2027-06-30T01:00:02Z"),
        InstantSource.system());
  }
}
