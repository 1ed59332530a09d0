package io.waymark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.alerting.v1.ListNotificationsRequest;
import io.waymark.proto.alerting.v1.NotificationOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of what was told, and mail servers' reports. */
class NotificationsTest {
  private final Town town;

  NotificationsTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theLogIsListedWithAnswers(String language) {
    Town.Run run = town.run("notifications", "--lang", language);
    assertThat(run.exit()).isZero();
    Golden.check("notifications-" + language, run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theChannelsAreListedWithTheirRoutesAndTroubles(String language) {
    Town.Run run = town.run("channels", "list", "--lang", language);
    assertThat(run.exit()).isZero();
    Golden.check("channels-" + language, run.out());
  }

  @Test
  void theChannelsAreListedForMachinesToo() {
    Town.Run run = town.run("channels", "list", "--json");
    assertThat(run.out()).contains("\"name\": \"duty-group\"", "\"state\": \"CHANNEL_STATE_AWAY\"");
  }

  @Test
  void everyFilterIsPassedOn() {
    town.run(
        "notifications",
        "--bureau",
        "transport",
        "--to",
        "a@wuhan.example",
        "--subject",
        "rail",
        "--alert",
        "a-1",
        "--channel",
        "mail",
        "--outcome",
        "put-off",
        "--from",
        "2027-06-01",
        "--until",
        "2027-06-30",
        "--limit",
        "7");
    ListNotificationsRequest asked = town.notifications.asked.getFirst();
    assertThat(asked.getBureauId()).isEqualTo("transport");
    assertThat(asked.getRecipient()).isEqualTo("a@wuhan.example");
    assertThat(asked.getSubjectId()).isEqualTo("rail");
    assertThat(asked.getAlertId()).isEqualTo("a-1");
    assertThat(asked.getChannel()).isEqualTo("mail");
    assertThat(asked.getOutcome()).isEqualTo(NotificationOutcome.NOTIFICATION_OUTCOME_PUT_OFF);
    assertThat(asked.getPageSize()).isEqualTo(7);
    // The days of Wuhan, the last one included.
    assertThat(Instant.ofEpochSecond(asked.getFrom().getSeconds()))
        .isEqualTo("2027-05-31T16:00:00Z");
    assertThat(Instant.ofEpochSecond(asked.getUntil().getSeconds()))
        .isEqualTo("2027-06-30T16:00:00Z");
  }

  @Test
  void whatCannotBeReadIsNamedAndNothingIsAsked() {
    Town.Run run = town.run("notifications", "--outcome", "lost", "--limit", "0", "--from", "x");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("--outcome: lost (expected: accepted, put-off,")
        .contains("--limit: 0 (expected: 1..1000)")
        .contains("--from: x");
    assertThat(town.notifications.asked).isEmpty();
  }

  @Test
  void anEmptyLogIsSaidSoAndJsonStandsAlone() {
    town.notifications.empty = true;
    assertThat(town.run("notifications").out()).isEqualTo("Nothing was told.\n");
    town.notifications.empty = false;
    assertThat(town.run("notifications", "--json").out())
        .startsWith("{")
        .contains("\"outcome\": \"NOTIFICATION_OUTCOME_BOUNCED\"");
  }

  @Test
  void aReportGoesInFromAFileOrFromStandardInput() throws IOException {
    Files.writeString(town.directory.resolve("report.eml"), "From: relay\n\nfile");
    assertThat(town.run("mail", "bounce", "--file", "report.eml").out())
        .isEqualTo("Noted: gone@wuhan.example (5.1.1 550 5.1.1 User unknown)\n");
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("From: relay\n\npipe".getBytes(UTF_8)));
    try {
      assertThat(town.run("mail", "bounce", "--lang", "zh").out())
          .isEqualTo("已记录：gone@wuhan.example（5.1.1 550 5.1.1 User unknown）\n");
    } finally {
      System.setIn(before);
    }
    assertThat(town.notifications.reports)
        .containsExactly("From: relay\n\nfile", "From: relay\n\npipe");
  }

  @Test
  void aMailThatIsNoReportIsToldByTheExitCode() throws IOException {
    Files.writeString(town.directory.resolve("absent.eml"), "Subject: on holiday\n\nbye");
    Town.Run run = town.run("mail", "bounce", "--file", "absent.eml");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("--file: absent.eml (expected: a delivery status notification, RFC 3464)\n");
    assertThat(town.run("mail", "bounce", "--file", "none.eml").exit()).isEqualTo(2);
  }
}
