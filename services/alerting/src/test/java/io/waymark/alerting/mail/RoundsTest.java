package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.alerting.mail.Rounds.Rest;
import io.waymark.testkit.MutableClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final Rest FOR_AN_HOUR = new Rest(Duration.ofHours(1), true);

  private final AtomicInteger begun = new AtomicInteger();

  @Test
  void aRingEndsARestAndOneThatCameDuringTheRoundIsNotLost() {
    CountDownLatch rung = new CountDownLatch(1);
    try (Rounds rounds =
        rounds(() -> {
          begun.incrementAndGet();
          rung.await();
          return FOR_AN_HOUR;
        })) {
      rounds.start();
      await().until(() -> begun.get() == 1);
      rounds.wake();
      rounds.wake();
      rung.countDown();
      await().until(() -> begun.get() == 2);
      rounds.wake();
      await().until(() -> begun.get() == 3);
    }
    assertThat(begun).as("two rings in one round are one").hasValue(3);
  }

  @Test
  void troubleIsOutlived() {
    try (Rounds rounds =
        rounds(() -> {
          if (begun.incrementAndGet() < 3) {
            throw new IllegalStateException("the database is away");
          }
          return FOR_AN_HOUR;
        })) {
      rounds.start();
      await().until(() -> begun.get() == 3);
    }
  }

  @Test
  void whoStopsWaitsForTheRoundInHand() throws InterruptedException {
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch never = new CountDownLatch(1);
    Semaphore finish = new Semaphore(0);
    Rounds rounds =
        rounds(() -> {
          begun.incrementAndGet();
          try {
            never.await();
          } finally {
            finish.acquireUninterruptibly();
            ended.set(true);
          }
          return Rest.NONE;
        });
    rounds.start();
    await().until(() -> begun.get() == 1);
    Thread closing = Thread.ofPlatform().start(rounds::close);
    await()
        .until(() ->
            closing.getState() == Thread.State.TIMED_WAITING
                || closing.getState() == Thread.State.TERMINATED);
    assertThat(closing.isAlive()).as("waits").isTrue();
    finish.release();
    closing.join();
    assertThat(ended).isTrue();
    assertThat(begun).hasValue(1);
  }

  @Test
  void whoNeverStartedStopsAtOnce() {
    rounds(() -> Rest.NONE).close();
    assertThat(begun).hasValue(0);
  }

  @Test
  void noRingGetsAroundAThrottle() throws InterruptedException {
    Throttle throttle = new Throttle(60, MutableClock.at("2027-06-30T01:00:00Z"));
    assertThat(Rest.of(throttle)).isEqualTo(Rest.UNTIL_RUNG);
    assertThat(throttle.take(1)).isEqualTo(1);
    assertThat(Rest.of(throttle)).isEqualTo(new Rest(Rounds.POLL, false));
  }

  private static Rounds rounds(Rounds.Round round) {
    return new Rounds("the test", Thread.ofVirtual(), round);
  }
}
