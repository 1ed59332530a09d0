package io.waymark.alerting.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of somebody who works in rounds: rests as each round says, can be woken, goes on after
 * trouble, and stops.
 */
public final class Rounds implements AutoCloseable {
  /** As long as whoever missed a ring may sleep. */
  public static final Duration POLL = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final String who;
  private final Round round;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;

  /** A round of work. */
  @FunctionalInterface
  public interface Round {
    /** Does what there is to do, and says how long to rest. */
    Rest work() throws InterruptedException;
  }

  /**
   * How long to rest.
   *
   * @param wakes whether a ring ends it
   */
  public record Rest(Duration atMost, boolean wakes) {
    /** None: there may be more to do. */
    public static final Rest NONE = new Rest(Duration.ZERO, true);

    /** Until somebody rings, or until the next look. */
    public static final Rest UNTIL_RUNG = new Rest(POLL, true);

    /** Whoever rings, nothing may go before the throttle lets it. */
    static Rest held(Duration next) {
      return new Rest(next.compareTo(POLL) > 0 ? POLL : next, false);
    }

    /**
     * What is left to do for somebody who has nothing in hand: wait for the throttle, or a ring.
     */
    public static Rest of(Throttle throttle) {
      Duration next = throttle.untilNext();
      return next.isPositive() ? held(next) : UNTIL_RUNG;
    }
  }

  /**
   * Makes a thread; {@link #start} starts it.
   *
   * @param who works, for the log
   */
  public Rounds(String who, Thread.Builder builder, Round round) {
    this.who = who;
    this.round = round;
    this.thread = builder.unstarted(this::run);
  }

  /** Starts the rounds. */
  public void start() {
    thread.start();
  }

  /** Ends a rest, or keeps the next one from beginning. */
  public void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  /** Ends the round in hand, and waits a moment for it. */
  @Override
  public void close() {
    running = false;
    thread.interrupt();
    try {
      if (thread.isAlive()) {
        thread.join(TO_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (running) {
      try {
        rest(next());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Rest next() throws InterruptedException {
    try {
      return round.work();
    } catch (RuntimeException e) {
      log.warn("{} waits: {}", who, cause(e));
      return Rest.held(POLL);
    }
  }

  private void rest(Rest rest) throws InterruptedException {
    if (!rest.wakes()) {
      TimeUnit.NANOSECONDS.sleep(rest.atMost().toNanos());
    } else if (rest.atMost().isPositive()
        && wake.tryAcquire(rest.atMost().toNanos(), TimeUnit.NANOSECONDS)) {
      wake.drainPermits();
    }
  }

  /** The first line of what lies at the bottom of a failure. */
  static String cause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
