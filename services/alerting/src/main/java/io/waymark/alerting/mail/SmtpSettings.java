package io.waymark.alerting.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the mail server is reached.
 *
 * @param authorities PEM file with the only certificate authorities to trust; null for those that
 *     Java trusts
 * @param from sender of every mail, for example "Waymark <waymark@example.org>"
 * @param patience how long a single answer is waited for
 * @param pace how much it is given at a time
 */
public record SmtpSettings(
    String host,
    int port,
    Login login,
    Tls tls,
    @Nullable Path authorities,
    String from,
    Duration patience,
    Pace pace) {
  /**
   * Who we are to the mail server; never shown with its password.
   *
   * @param user empty for no authentication
   */
  public record Login(String user, String password) {
    /** No authentication. */
    public static final Login NONE = new Login("", "");

    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  /**
   * What the mail server is asked to bear.
   *
   * @param connections open at a time, at most
   * @param perMinute mails in a minute, at most; 0 for no limit
   */
  public record Pace(int connections, int perMinute) {
    /** Eight connections, no limit. */
    public static final Pace USUAL = new Pace(8, 0);

    private static final int MOST_CONNECTIONS = 64;

    /** Checks both. */
    public Pace {
      if (connections < 1 || connections > MOST_CONNECTIONS) {
        throw new IllegalArgumentException(
            "WAYMARK_SMTP_CONNECTIONS: "
                + connections
                + " (expected: 1.."
                + MOST_CONNECTIONS
                + ")");
      }
      if (perMinute < 0) {
        throw new IllegalArgumentException(
            "WAYMARK_SMTP_PER_MINUTE: " + perMinute + " (expected: 0 for no limit, or more)");
      }
    }
  }

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
