package io.waymark.alerting.domain;

import java.time.Instant;

/** Where mail servers' reports are noted. */
public interface BounceLedger {
  /**
   * Notes one in the log, and marks the mail failed if the mail server gave up.
   *
   * @param at by the service clock
   */
  Entry note(Bounce bounce, Instant at);

  /**
   * What was noted.
   *
   * @param mailId empty if there is no such mail to this recipient
   * @param fresh whether it was not known before
   */
  record Entry(String mailId, boolean fresh) {
    /** No mail of ours. */
    public static final Entry NONE = new Entry("", false);
  }
}
