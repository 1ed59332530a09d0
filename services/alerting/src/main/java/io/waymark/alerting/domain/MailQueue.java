package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Mails that wait to be sent. Its times are the system's, not the service clock's: a mail server
 * knows no demo.
 */
public interface MailQueue {
  /**
   * Takes due mails, the longest due first, and keeps them from others until the lease ends;
   * whoever dies with a mail in hand loses it to the next one then.
   */
  List<DueMail> claim(int atMost, Instant now, Duration lease);

  /**
   * Notes what the mail server answered, with the mail and in the {@link NotificationLog}; ignored
   * if someone else has taken the mail since.
   *
   * @param at by the service clock
   */
  void record(DueMail mail, Outcome outcome, Instant at);

  /** Makes the mails due that wait only because the mail server could not be reached. */
  void retryUnreached(Instant now);

  /**
   * A mail to be sent now.
   *
   * @param attempt 1 for the first
   * @param queuedAt when it was stored, by the system's clock
   */
  record DueMail(OutgoingMail mail, int attempt, Instant queuedAt) {}

  /**
   * What became of one attempt; {@code answer} is the mail server's, or what kept us from getting
   * one.
   */
  sealed interface Outcome {
    /** The mail server took it. */
    record Sent(String answer) implements Outcome {}

    /**
     * To be tried again.
     *
     * @param unreached whether no mail server answered at all
     */
    record TryAgain(String answer, Instant at, boolean unreached) implements Outcome {}

    /** Given up. */
    record Failed(String answer) implements Outcome {}

    /** The mail server's last answer. */
    String answer();
  }
}
