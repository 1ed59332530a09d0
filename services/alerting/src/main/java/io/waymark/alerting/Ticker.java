package io.waymark.alerting;

import io.waymark.alerting.domain.Counter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the desk, over and over, to do what fell due and to send what has gathered. Several
 * instances may: each takes what no other has in hand.
 */
final class Ticker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ticker.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration WHILE_GATHERING = Duration.ofMillis(75);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

  private final Counter counter;
  private final Housekeeping housekeeping;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;

  Ticker(Counter counter, Housekeeping housekeeping) {
    this.counter = counter;
    this.housekeeping = housekeeping;
    this.thread = Thread.ofPlatform().name("ticker").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Says that something waits: looks now instead of at the next poll. */
  void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }

  private void run() {
    while (running) {
      Duration rest = round();
      try {
        if (wake.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Duration round() {
    try {
      int due = counter.work((desk, store) -> desk.timeCame(store));
      int gathering = counter.work((desk, store) -> desk.dispatch(store));
      int old = housekeeping.round();
      return due > 0 || gathering > 0 || old > 0 ? WHILE_GATHERING : POLL;
    } catch (RuntimeException e) {
      log.warn(
          "what is due waits: {}", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return AFTER_TROUBLE;
    }
  }
}
