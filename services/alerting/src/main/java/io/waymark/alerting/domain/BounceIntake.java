package io.waymark.alerting.domain;

import java.util.List;

/** Takes in what mail servers report of mails that they could not deliver. */
public interface BounceIntake {
  /**
   * Reads a delivery status notification (RFC 3464), a whole mail, and notes what it says.
   *
   * @return one receipt for each recipient that it speaks of
   * @throws io.waymark.chassis.failure.Failure if it is none
   */
  List<Receipt> take(byte[] report);

  /**
   * What was done with the report of one recipient.
   *
   * @param mailId the mail; empty if it is none of ours
   */
  record Receipt(Bounce bounce, String mailId, Noted noted) {}

  /** What was done. */
  enum Noted {
    /** Noted with the mail and in the log. */
    NOTED,
    /** It had been noted before. */
    REPEATED,
    /** No mail of ours to this recipient. */
    UNKNOWN,
    /** It tells of no trouble. */
    NO_TROUBLE
  }
}
