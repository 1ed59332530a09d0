package io.waymark.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. Safe for several threads. */
public final class MutableClock extends Clock {
  private final Hands hands;
  private final ZoneId zone;

  private MutableClock(Hands hands, ZoneId zone) {
    this.hands = hands;
    this.zone = zone;
  }

  /** In Wuhan's zone, which is the default of Waymark. */
  public static MutableClock at(Instant start) {
    return new MutableClock(new Hands(start), ZoneId.of("Asia/Shanghai"));
  }

  /**
   * @param start for example {@code 2027-06-30T01:00:00Z}
   */
  public static MutableClock at(String start) {
    return at(Instant.parse(start));
  }

  public void advance(Duration step) {
    hands.advance(step);
  }

  public void set(Instant instant) {
    hands.set(instant);
  }

  @Override
  public Instant instant() {
    return hands.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Another view of the same clock: it moves with this one. */
  @Override
  public Clock withZone(ZoneId other) {
    return new MutableClock(hands, other);
  }

  /** What the views of one clock share. */
  private static final class Hands {
    private Instant now;

    Hands(Instant now) {
      this.now = now;
    }

    synchronized Instant get() {
      return now;
    }

    synchronized void set(Instant instant) {
      now = instant;
    }

    synchronized void advance(Duration step) {
      now = now.plus(step);
    }
  }
}
