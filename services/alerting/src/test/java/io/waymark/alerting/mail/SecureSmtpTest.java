package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.mail.SmtpSettings.Login;
import io.waymark.alerting.mail.SmtpSettings.Tls;
import io.waymark.embedded.SmtpSink;
import io.waymark.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS and login with a mail server that wants both (GreenMail). */
class SecureSmtpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Login LOGIN = new Login("waymark", "s3cret-word");

  @TempDir private static Path folder;

  private static TestCertificate certificate;
  private static GreenMail server;
  private final MemoryMailQueue queue = new MemoryMailQueue();
  private final MailServerHealth health = new MailServerHealth();
  private final List<Mailer> mailers = new ArrayList<>();

  @BeforeAll
  static void aServerThatWantsBoth() throws IOException, InterruptedException {
    certificate = TestCertificate.of("localhost", folder);
    System.setProperty("greenmail.tls.keystore.file", certificate.keyStore().toString());
    System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    server.setUser(LOGIN.user(), LOGIN.password());
    server.getUserManager().setAuthRequired(true);
    server.start();
  }

  @BeforeEach
  void oneMail() {
    queue.add(MailerTest.mail("a", "a@wuhan.example"));
  }

  @AfterEach
  void stopMailers() {
    mailers.forEach(Mailer::close);
  }

  @AfterAll
  static void stop() {
    server.stop();
    System.clearProperty("greenmail.tls.keystore.file");
    System.clearProperty("greenmail.tls.keystore.password");
  }

  @Test
  void aMailGoesOutEncryptedAndLoggedIn() {
    start(Tls.TLS, LOGIN, certificate.certificate(), port());
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> queue.status("a") == DeliveryStatus.SENT);
    assertThat(server.getReceivedMessages()).isNotEmpty();
    assertThat(health.problem()).isEmpty();
  }

  @Test
  void anUnknownAuthorityIsNotTrustedAndNothingIsLost() {
    start(Tls.TLS, LOGIN, null, port());
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> health.problem().isPresent());
    assertThat(health.problem().orElseThrow())
        .startsWith("TLS with localhost:" + port() + " failed: ")
        .contains("unable to find valid certification path");
    assertThat(queue.status("a")).isEqualTo(DeliveryStatus.PENDING);
    stopMailers();
    start(Tls.TLS, LOGIN, certificate.certificate(), port());
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> queue.status("a") == DeliveryStatus.SENT);
  }

  @Test
  void aCertificateForAnotherHostIsNotTrusted() {
    SmtpSettings settings =
        settings("127.0.0.1", Tls.TLS, LOGIN, certificate.certificate(), port());
    start(settings);
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> health.problem().isPresent());
    assertThat(health.problem().orElseThrow())
        .startsWith("TLS with 127.0.0.1:" + port() + " failed: ")
        .contains("127.0.0.1");
    assertThat(queue.status("a")).isEqualTo(DeliveryStatus.PENDING);
  }

  @Test
  void aWrongPasswordIsNamedWithoutBeingToldAndTheMailWaits() {
    start(Tls.TLS, new Login("waymark", "wr0ng-word"), certificate.certificate(), port());
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> health.problem().isPresent());
    assertThat(health.problem().orElseThrow())
        .startsWith("login as waymark refused: 535 ")
        .doesNotContain("wr0ng-word");
    assertThat(queue.status("a")).isEqualTo(DeliveryStatus.PENDING);
    assertThat(LOGIN.toString()).doesNotContain("s3cret-word");
  }

  @Test
  void aFileOfAuthoritiesThatCannotBeReadIsNamed() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    start(Tls.TLS, LOGIN, empty, port());
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .until(() -> health.problem().isPresent());
    assertThat(health.problem().orElseThrow())
        .startsWith("WAYMARK_SMTP_CA: " + empty + " (expected: a file with PEM certificates)");
  }

  @Test
  void starttlsIsRequiredAndNotJustTried() {
    try (SmtpSink plain = SmtpSink.startTemporary()) {
      start(Tls.STARTTLS, Login.NONE, null, plain.port());
      await()
          .dontCatchUncaughtExceptions()
          .atMost(PATIENCE)
          .until(() -> health.problem().isPresent());
      assertThat(health.problem().orElseThrow()).contains("STARTTLS is required");
      assertThat(plain.mails()).isEmpty();
      assertThat(queue.status("a")).isEqualTo(DeliveryStatus.PENDING);
    }
  }

  private int port() {
    return server.getSmtps().getPort();
  }

  private void start(Tls tls, Login login, @Nullable Path authorities, int port) {
    start(settings("localhost", tls, login, authorities, port));
  }

  static SmtpSettings settings(
      String host, Tls tls, Login login, @Nullable Path authorities, int port) {
    return new SmtpSettings(
        host,
        port,
        login,
        tls,
        authorities,
        "Waymark <waymark@waymark.example>",
        Duration.ofSeconds(10),
        SmtpSettings.Pace.USUAL);
  }

  private void start(SmtpSettings settings) {
    Mailer mailer =
        new Mailer(
            queue,
            () -> new SmtpPostman(settings),
            settings.pace(),
            health,
            new CountingMetrics(),
            MutableClock.at("2027-06-30T01:00:02Z"),
            InstantSource.system());
    mailer.start();
    mailers.add(mailer);
  }
}
