package io.waymark.alerting.domain;

import java.time.Duration;

/**
 * What alerting counts. The counters hang together: due = sent + failed + pending, where pending is
 * the gauge of mails that wait to be sent or to be tried again, and retried counts attempts, not
 * mails. Alert operations when failed grows, or when pending stays above zero while sent stands
 * still.
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
      };
}
