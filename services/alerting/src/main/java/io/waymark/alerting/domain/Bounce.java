package io.waymark.alerting.domain;

import java.util.List;

/**
 * What a mail server reports of one recipient of a mail.
 *
 * @param messageId Message-ID of the mail; empty if the report does not say
 * @param recipients the recipient's addresses: as we wrote it, and as it was forwarded to
 * @param status enhanced status code, such as "5.1.1"
 * @param diagnostic what the server that refused it said
 */
public record Bounce(
    String messageId, List<String> recipients, Action action, String status, String diagnostic) {
  /** What the mail server did. */
  public enum Action {
    /** It gave up. */
    FAILED,
    /** It still tries. */
    DELAYED,
    /** Anything that is no trouble: delivered, relayed, expanded. */
    NO_TROUBLE
  }

  /** Copies its list. */
  public Bounce {
    recipients = List.copyOf(recipients);
  }

  /** Status and diagnostic in one line. */
  public String said() {
    return (status + " " + diagnostic).strip();
  }
}
