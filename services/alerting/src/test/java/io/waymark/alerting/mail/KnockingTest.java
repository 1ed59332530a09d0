package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.alerting.domain.DeliveryStatus;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.testkit.MutableClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A mail server that shuts us out is asked after by one knock at a time, not by every mail. */
class KnockingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MemoryMailQueue queue = new MemoryMailQueue();
  private final MailServerHealth health = new MailServerHealth();
  private final AtomicInteger deliveries = new AtomicInteger();
  private final AtomicInteger knocks = new AtomicInteger();
  private volatile Postman.Answer answer =
      new Postman.Answer.Unreached("login as waymark refused: 535 5.7.8 no");

  @Test
  void twentyMailsAreNoTwentyFailedLoginsAndAllGoWhenTheDoorOpens() {
    for (int i = 0; i < 20; i++) {
      queue.add(MailerTest.mail("m" + i, "a@wuhan.example"));
    }
    try (Mailer mailer = mailer()) {
      mailer.start();
      await().atMost(PATIENCE).until(() -> knocks.get() >= 2);
      // One was on its way when the first was refused.
      assertThat(deliveries).hasValueLessThanOrEqualTo(2);
      assertThat(health.problem()).contains("login as waymark refused: 535 5.7.8 no");
      answer = new Postman.Answer.Accepted("250 2.0.0 ok");
      await().atMost(PATIENCE).until(() -> queue.status("m19") == DeliveryStatus.SENT);
      await().atMost(PATIENCE).until(() -> queue.status("m0") == DeliveryStatus.SENT);
      assertThat(health.problem()).isEmpty();
    }
  }

  private Mailer mailer() {
    return new Mailer(
        queue,
        Door::new,
        new SmtpSettings.Pace(1, 0),
        health,
        new CountingMetrics(),
        MutableClock.at("2027-06-30T01:00:02Z"),
        InstantSource.system());
  }

  private final class Door implements Postman {
    @Override
    public Answer deliver(OutgoingMail mail) {
      deliveries.incrementAndGet();
      return answer;
    }

    @Override
    public Answer knock() {
      knocks.incrementAndGet();
      return answer;
    }

    @Override
    public void close() {}
  }
}
