package io.waymark.alerting.mail;

import io.waymark.alerting.domain.OutgoingMail;

/**
 * Brings one mail after another to the mail server, over one connection; used by one thread at a
 * time.
 */
interface Postman extends AutoCloseable {
  /** Hands one mail over. */
  Answer deliver(OutgoingMail mail);

  /** Whether the mail server answers at all. */
  Answer knock();

  @Override
  void close();

  /** What the mail server said. */
  sealed interface Answer {
    /** It took the mail. */
    record Accepted(String text) implements Answer {}

    /** Not now (4xx). */
    record Later(String text) implements Answer {}

    /** Never (5xx), or the mail itself is impossible. */
    record Refused(String text) implements Answer {}

    /** Nothing was said, or it would not talk to us: no fault of the mail. */
    record Unreached(String text) implements Answer {}

    /** What was said, in one line. */
    String text();
  }
}
