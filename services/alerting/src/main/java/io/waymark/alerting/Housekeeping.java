package io.waymark.alerting;

import io.waymark.alerting.domain.NotificationLog;
import io.waymark.alerting.domain.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes out of the log what is older than it is kept, a batch at a time, once in a while. */
final class Housekeeping {
  static final int BATCH = 500;
  static final Duration EVERY = Duration.ofHours(1);
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final NotificationLog lines;
  private final Retention retention;
  private final InstantSource clock;
  private final InstantSource system;
  private Instant next = Instant.MIN;

  /**
   * Creates it.
   *
   * @param clock the service clock, by which lines are dated
   * @param system the system's, by which it rests
   */
  Housekeeping(
      NotificationLog lines, Retention retention, InstantSource clock, InstantSource system) {
    this.lines = lines;
    this.retention = retention;
    this.clock = clock;
    this.system = system;
  }

  /** Takes out a batch if it is time to; returns how many lines that was. */
  int round() {
    Instant now = system.instant();
    if (now.isBefore(next)) {
      return 0;
    }
    int gone = retention.before(clock.instant()).map(this::forget).orElse(0);
    if (gone < BATCH) {
      next = now.plus(EVERY);
    }
    return gone;
  }

  private int forget(Instant before) {
    int gone = lines.forget(before, BATCH);
    if (gone > 0) {
      log.info("{} lines of the notification log, told before {}, were taken out", gone, before);
    }
    return gone;
  }
}
