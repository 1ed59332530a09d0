package io.waymark.outbox;

/**
 * What the relay and the consumers tell of themselves.
 *
 * <p>published + depth = appended, once the relay has caught up; received = handled + repeated +
 * dead-lettered. Alert when depth or lag grows for minutes, and on any dead letter.
 */
public interface OutboxMetrics {
  /** Tells nobody. */
  OutboxMetrics NONE = new OutboxMetrics() {};

  /** {@code count} events were accepted by the broker. */
  default void published(int count) {}

  /** {@code depth} events wait in the outbox. */
  default void depth(long depth) {}

  /** A consumer handled {@code handled} new events and dropped {@code repeated} repeats. */
  default void consumed(String consumer, int handled, int repeated) {}

  /** A consumer gave one event up. */
  default void deadLettered(String consumer) {}

  /**
   * A consumer is {@code records} records behind the end of {@code topic}, those included that it
   * has read and not handled yet.
   */
  default void lag(String consumer, String topic, long records) {}
}
