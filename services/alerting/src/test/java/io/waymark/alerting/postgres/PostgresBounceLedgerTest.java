package io.waymark.alerting.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertArchive.MailFilter;
import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertStore.Changes;
import io.waymark.alerting.domain.AlertingMetrics;
import io.waymark.alerting.domain.BounceIntake.Noted;
import io.waymark.alerting.domain.BounceIntake.Receipt;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.MailQueue.DueMail;
import io.waymark.alerting.domain.MailQueue.Outcome;
import io.waymark.alerting.domain.Notification;
import io.waymark.alerting.domain.Notification.Result;
import io.waymark.alerting.domain.NotificationLog.Filter;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.StoredMail;
import io.waymark.alerting.mail.BounceDoor;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a mail server's report to the mail, the log and the list that an alert's page shows. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresBounceLedgerTest {
  private static final Path BOUNCES = Path.of("src/test/resources/bounces");
  private static final Page PAGE = new Page(10, null);

  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final PostgresFixture fixture;
  private final BounceDoor door;

  PostgresBounceLedgerTest(Parts parts) {
    fixture = new PostgresFixture(parts.database());
    door = new BounceDoor(new PostgresBounceLedger(fixture.db()), AlertingMetrics.NONE, clock);
  }

  @BeforeEach
  void aMailThatWasSent() {
    fixture.empty();
    send("m1", "gone@wuhan.example");
    send("m2", "slow@wuhan.example");
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void aMailThatWasGivenUpFurtherOnCountsAsFailedAndItsAlertShowsIt() throws IOException {
    Receipt receipt = report("postfix-refused.eml").getFirst();
    assertThat(receipt.noted()).isEqualTo(Noted.NOTED);
    assertThat(receipt.mailId()).isEqualTo("m1");
    StoredMail mail =
        new PostgresAlertArchive(fixture.db())
            .mails(new MailFilter("alert-m1", "", null), PAGE)
            .getFirst();
    assertThat(mail.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(mail.lastAnswer()).startsWith("bounced: 5.1.1 550 5.1.1 ");
    assertThat(log(new Filter("", "", "", "alert-m1", "", null, null, null)))
        .extracting(Notification::outcome)
        .containsExactly(Result.BOUNCED, Result.ACCEPTED);
  }

  @Test
  void theSameReportAgainChangesNothing() throws IOException {
    report("postfix-refused.eml");
    assertThat(report("postfix-refused.eml").getFirst().noted()).isEqualTo(Noted.REPEATED);
    assertThat(log(new Filter("", "", "", "", "", Result.BOUNCED, null, null))).hasSize(1);
  }

  @Test
  void aDelayIsNotedAndTheMailStaysSent() throws IOException {
    assertThat(report("headers-only-delayed.eml"))
        .extracting(Receipt::noted)
        .containsExactly(Noted.NOTED, Noted.NO_TROUBLE);
    assertThat(log(new Filter("", "slow@wuhan.example", "", "", "", null, null, null)))
        .extracting(Notification::outcome)
        .containsExactly(Result.DELAYED, Result.ACCEPTED);
    assertThat(
            new PostgresAlertArchive(fixture.db())
                .mails(new MailFilter("alert-m2", "", null), PAGE)
                .getFirst()
                .status())
        .isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void aReportOfAnotherRecipientOrOfNoMailOfOursIsNotBelieved() throws IOException {
    String forged =
        Files.readString(BOUNCES.resolve("postfix-refused.eml"))
            .replace("gone@wuhan.example", "somebody@wuhan.example");
    assertThat(door.take(forged.getBytes(UTF_8)).getFirst().noted()).isEqualTo(Noted.UNKNOWN);
    String unknown =
        Files.readString(BOUNCES.resolve("postfix-refused.eml"))
            .replace("<m1@waymark.example>", "<other@waymark.example>");
    assertThat(door.take(unknown.getBytes(UTF_8)).getFirst().noted()).isEqualTo(Noted.UNKNOWN);
    assertThat(log(new Filter("", "", "", "", "", Result.BOUNCED, null, null))).isEmpty();
  }

  private List<Receipt> report(String file) throws IOException {
    return door.take(Files.readAllBytes(BOUNCES.resolve(file)));
  }

  private List<Notification> log(Filter filter) {
    return new PostgresNotificationLog(fixture.db()).list(filter, PAGE);
  }

  private void send(String id, String recipient) {
    OutgoingMail mail =
        new OutgoingMail(
            id,
            "<" + id + "@waymark.example>",
            "",
            "alert-" + id,
            "alert-" + id + "/1",
            "transport",
            recipient,
            Language.ZH,
            "s",
            "t",
            "h",
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            List.of("alert-" + id));
    fixture
        .db()
        .transaction(configuration ->
            new PostgresAlertStore(configuration.dsl(), new PostgresOutbox(Clock.systemUTC()))
                .save(new Changes(List.of(), List.of(), List.of(mail), List.of(), Map.of())));
    PostgresMailQueue queue = new PostgresMailQueue(fixture.db());
    DueMail due =
        queue.claim(1, Instant.now().plusSeconds(3600), Duration.ofSeconds(60)).getFirst();
    queue.record(due, new Outcome.Sent("250 2.0.0 ok"), clock.instant());
  }
}
