package io.waymark.alerting.mail;

import java.time.Duration;

/**
 * How the mail server is reached.
 *
 * @param user empty for no authentication
 * @param from sender of every mail, for example "Waymark <waymark@example.org>"
 * @param patience how long a single answer is waited for
 */
public record SmtpSettings(
    String host, int port, String user, String password, Tls tls, String from, Duration patience) {
  /** Whether and how the connection is encrypted. */
  public enum Tls {
    NONE,
    STARTTLS,
    TLS;

    /** Reads WAYMARK_SMTP_TLS. */
    public static Tls of(String setting) {
      return switch (setting) {
        case "none" -> NONE;
        case "starttls" -> STARTTLS;
        case "tls" -> TLS;
        default ->
            throw new IllegalArgumentException(
                "WAYMARK_SMTP_TLS: " + setting + " (expected: none, starttls or tls)");
      };
    }
  }
}
