package io.waymark.alerting.domain;

import java.time.Duration;

/**
 * What alerting counts. The counters hang together: due = sent + failed + pending, where pending is
 * the gauge of mails that wait to be sent or to be tried again, and retried counts attempts, not
 * mails; bounced ones were sent before. Alert operations when failed or bounced grows, or when
 * pending stays above zero while sent stands still.
 */
public interface AlertingMetrics {
  /** A mail was taken up for its first attempt. */
  void mailDue();

  /** The mail server accepted a mail, this long after the event that caused it was published. */
  void mailSent(Duration sinceCause);

  /** A mail was not accepted yet and is tried again. */
  void mailRetried();

  /** The mail server refused a mail for good, or it was tried for too long. */
  void mailFailed();

  /** A mail server further on gave a mail up that our own had accepted. */
  void mailBounced();

  /** A channel took a message; repetitions are not counted. */
  void channelSent(String channel);

  /** A channel did not take a message yet, and it is tried again. */
  void channelRetried(String channel);

  /** A channel refused a message for good, or it was tried for too long. */
  void channelFailed(String channel);

  /** Counts nothing. */
  AlertingMetrics NONE =
      new AlertingMetrics() {
        @Override
        public void mailDue() {}

        @Override
        public void mailSent(Duration sinceCause) {}

        @Override
        public void mailRetried() {}

        @Override
        public void mailFailed() {}

        @Override
        public void mailBounced() {}

        @Override
        public void channelSent(String channel) {}

        @Override
        public void channelRetried(String channel) {}

        @Override
        public void channelFailed(String channel) {}
      };
}
