package io.waymark.alerting;

import io.waymark.alerting.domain.Counter;
import io.waymark.alerting.mail.Rounds;
import io.waymark.alerting.mail.Rounds.Rest;
import java.time.Duration;

/**
 * Asks the desk, over and over, to do what fell due and to send what has gathered. Several
 * instances may: each takes what no other has in hand.
 */
final class Ticker implements AutoCloseable {
  private static final Rest WHILE_GATHERING = new Rest(Duration.ofMillis(75), true);

  private final Counter counter;
  private final Housekeeping housekeeping;
  private final Rounds rounds;

  Ticker(Counter counter, Housekeeping housekeeping) {
    this.counter = counter;
    this.housekeeping = housekeeping;
    this.rounds =
        new Rounds("what is due", Thread.ofPlatform().name("ticker").daemon(), this::round);
  }

  void start() {
    rounds.start();
  }

  /** Says that something waits: looks now instead of at the next poll. */
  void wake() {
    rounds.wake();
  }

  @Override
  public void close() {
    rounds.close();
  }

  private Rest round() {
    int due = counter.work((desk, store) -> desk.timeCame(store));
    int gathering = counter.work((desk, store) -> desk.dispatch(store));
    int old = housekeeping.round();
    return due > 0 || gathering > 0 || old > 0 ? WHILE_GATHERING : Rest.UNTIL_RUNG;
  }
}
