package io.waymark.alerting.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.AlertArchive.MailFilter;
import io.waymark.alerting.domain.AlertArchive.Page;
import io.waymark.alerting.domain.AlertStore.Changes;
import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.MailQueue.DueMail;
import io.waymark.alerting.domain.MailQueue.Outcome;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.StoredMail;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresMailQueueTest {
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final PostgresFixture fixture;
  private final PostgresMailQueue queue;
  private final Instant now = Instant.now().plusSeconds(3600);

  PostgresMailQueueTest(Parts parts) {
    fixture = new PostgresFixture(parts.database());
    queue = new PostgresMailQueue(fixture.db());
  }

  @BeforeEach
  void oneMail() {
    fixture.empty();
    OutgoingMail mail =
        new OutgoingMail(
            "m1",
            "<m1@x>",
            "",
            "alert-1",
            "alert-1/1",
            "transport",
            "a@b.example",
            Language.ZH,
            "s",
            "t",
            "h",
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            List.of("alert-1"));
    fixture
        .db()
        .transaction(configuration ->
            new PostgresAlertStore(configuration.dsl(), new PostgresOutbox(Clock.systemUTC()))
                .save(new Changes(List.of(), List.of(), List.of(mail), List.of(), Map.of())));
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void aClaimedMailIsNobodyElsesUntilItsLeaseEnds() {
    assertThat(queue.claim(8, now, LEASE)).extracting(DueMail::attempt).containsExactly(1);
    assertThat(queue.claim(8, now, LEASE)).isEmpty();
    assertThat(queue.claim(8, now.plus(LEASE), LEASE))
        .extracting(DueMail::attempt)
        .containsExactly(2);
  }

  @Test
  void whoeverComesBackAfterTheLeaseNotesNothing() {
    DueMail slow = queue.claim(8, now, LEASE).getFirst();
    DueMail quick = queue.claim(8, now.plus(LEASE), LEASE).getFirst();
    queue.record(slow, new Outcome.Failed("550 too late"), now);
    assertThat(stored().status()).isEqualTo(DeliveryStatus.PENDING);
    queue.record(quick, new Outcome.Sent("250 ok"), now);
    assertThat(stored().status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(stored().lastAnswer()).isEqualTo("250 ok");
  }

  @Test
  void whatCouldNotBeReachedIsDueAtOnceWhenTheMailServerIsBack() {
    DueMail mail = queue.claim(8, now, LEASE).getFirst();
    queue.record(mail, new Outcome.TryAgain("connection refused", now.plusSeconds(300), true), now);
    assertThat(queue.claim(8, now.plusSeconds(1), LEASE)).isEmpty();
    queue.retryUnreached(now);
    assertThat(queue.claim(8, now.plusSeconds(1), LEASE)).hasSize(1);
  }

  @Test
  void aMailPutOffByTheServerKeepsItsTime() {
    DueMail mail = queue.claim(8, now, LEASE).getFirst();
    queue.record(mail, new Outcome.TryAgain("451 later", now.plusSeconds(300), false), now);
    queue.retryUnreached(now);
    assertThat(queue.claim(8, now.plusSeconds(1), LEASE)).isEmpty();
    assertThat(queue.claim(8, now.plusSeconds(300), LEASE)).hasSize(1);
  }

  private StoredMail stored() {
    return new PostgresAlertArchive(fixture.db())
        .mails(new MailFilter("", "", null), new Page(1, null))
        .getFirst();
  }
}
