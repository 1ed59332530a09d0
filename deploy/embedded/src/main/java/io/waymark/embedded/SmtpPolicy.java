package io.waymark.embedded;

import java.util.Optional;

/** What a mail server refuses. */
@FunctionalInterface
public interface SmtpPolicy {
  SmtpPolicy ACCEPT_ALL = recipient -> Optional.empty();

  /**
   * The reply to {@code RCPT TO}, absent where the recipient is welcome.
   *
   * @return for example {@code 451 4.3.2 try again later} or {@code 550 5.1.1 no such mailbox}
   */
  Optional<String> refusal(String recipient);

  /** Every recipient gets this reply. */
  static SmtpPolicy refuseAll(String reply) {
    return recipient -> Optional.of(reply);
  }
}
