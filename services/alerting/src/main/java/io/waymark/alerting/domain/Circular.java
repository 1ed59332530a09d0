package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.List;

/**
 * What is told of one bureau's alerts at one time, whoever hears it: what the mails of that moment
 * are written from, without their recipients.
 *
 * @param bureau the bureau whose alerts these are
 * @param notices the gravest first, what is over last; never empty
 * @param causeEventAt when the earliest event happened that caused it, by the service clock
 * @param arrivedAt when that event arrived here, by the system's clock
 */
public record Circular(
    Bureau bureau, List<Notice> notices, Instant at, Instant causeEventAt, Instant arrivedAt) {
  /** Copies its list. */
  public Circular {
    notices = List.copyOf(notices);
  }

  /** The same with some of its notices. */
  public Circular with(List<Notice> some) {
    return new Circular(bureau, some, at, causeEventAt, arrivedAt);
  }
}
