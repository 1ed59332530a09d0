package io.waymark.standalone;

import java.time.Duration;

/** How long to wait before a service that ended is started again. */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /** Who ran this long did not fail at its start. */
  private static final Duration STEADY = Duration.ofSeconds(60);

  private Duration pause = FIRST;

  /**
   * @param age how long the process had run
   */
  Duration next(Duration age) {
    if (age.compareTo(STEADY) > 0) {
      pause = FIRST;
    }
    Duration now = pause;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return now;
  }
}
