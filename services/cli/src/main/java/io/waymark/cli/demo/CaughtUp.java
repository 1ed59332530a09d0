package io.waymark.cli.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Waits until everything that was played has been judged and told, so that whoever reports next
 * sees the effect of his own report.
 */
public final class CaughtUp {
  /** Between two services an event may be in nobody's count for a moment. */
  private static final int QUIET_LOOKS = 4;

  private final LongSupplier backlog;
  private final Duration patience;
  private final Duration pause;

  /**
   * Looks every {@code pause}, at most for {@code patience}.
   *
   * @param backlog events that are not handled yet
   */
  public CaughtUp(LongSupplier backlog, Duration patience, Duration pause) {
    this.backlog = backlog;
    this.patience = patience;
    this.pause = pause;
  }

  /**
   * Returns when nothing has been left for a few looks, or when patience ends.
   *
   * @param left told at every look how much is left
   * @return what was left at the last look
   */
  public long await(LongConsumer left) {
    long start = System.nanoTime();
    int quiet = 0;
    long now;
    do {
      now = backlog.getAsLong();
      left.accept(now);
      quiet = now == 0 ? quiet + 1 : 0;
      if (quiet < QUIET_LOOKS) {
        LockSupport.parkNanos(pause.toNanos());
      }
    } while (quiet < QUIET_LOOKS && System.nanoTime() - start < patience.toNanos());
    return now;
  }
}
