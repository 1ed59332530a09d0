package io.waymark.alerting.domain;

/** A mail as the bytes that a mail server is handed. */
@FunctionalInterface
public interface MailBytes {
  /** The whole message with its headers; lines end with CR LF. */
  byte[] of(OutgoingMail mail);
}
