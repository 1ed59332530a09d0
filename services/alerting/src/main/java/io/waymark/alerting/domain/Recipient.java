package io.waymark.alerting.domain;

/**
 * Someone who gets a mail.
 *
 * @param bureauId the bureau that the address belongs to
 * @param name a person's name; empty for a bureau's common address
 * @param role whether the mail is for them, or a copy
 * @param reason why they get it
 */
public record Recipient(
    String address, String bureauId, String name, Language language, Role role, Reason reason) {
  /** Addressed, or in copy. */
  public enum Role {
    /** Asked to act. */
    TO,
    /** In copy. */
    CC
  }

  /** Why somebody gets a mail. */
  public enum Reason {
    /** The responsible bureau. */
    LEAD,
    /** Stands in for somebody of the responsible bureau. */
    DELEGATE,
    /** A bureau that supports the responsible one. */
    SUPPORTING,
    /** The responsible bureau's superior. */
    SUPERIOR,
    /** Set the silence that ends. */
    SILENCER
  }
}
