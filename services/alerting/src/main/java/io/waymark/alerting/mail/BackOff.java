package io.waymark.alerting.mail;

import java.time.Duration;

/** Waits longer after each attempt: 1 s, 2 s, 4 s, at most 5 minutes. */
public final class BackOff {
  static final Duration LONGEST = Duration.ofMinutes(5);

  private BackOff() {}

  /** How long to wait after so many attempts. */
  public static Duration after(int attempts) {
    int doublings = Math.clamp(attempts - 1L, 0, 10);
    Duration wait = Duration.ofSeconds(1L << doublings);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
