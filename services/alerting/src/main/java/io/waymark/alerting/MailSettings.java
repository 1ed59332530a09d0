package io.waymark.alerting;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.waymark.alerting.mail.SmtpSettings;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What WAYMARK_* says about mails.
 *
 * @param boardUrl where the web board is
 * @param templates folder with templates of the customer's own; null for none
 * @param channels file that names the channels beside mail; null for none
 */
record MailSettings(
    SmtpSettings smtp, String boardUrl, @Nullable Path templates, @Nullable Path channels) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The domain of the sender's address, which is also that of Message-IDs. */
  String idDomain() {
    String from = smtp.from();
    String domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
    return domain.isEmpty() ? "localhost" : domain;
  }

  /** Reads the settings. */
  @Factory
  static final class Reader {
    @Singleton
    MailSettings settings(
        @Property(name = "waymark.smtp.host", defaultValue = "localhost") String host,
        @Property(name = "waymark.smtp.port", defaultValue = "1025") int port,
        @Property(name = "waymark.smtp.user", defaultValue = "") String user,
        @Property(name = "waymark.smtp.password", defaultValue = "") String password,
        @Property(name = "waymark.smtp.tls", defaultValue = "none") String tls,
        @Property(name = "waymark.smtp.ca", defaultValue = "") String authorities,
        @Property(name = "waymark.smtp.connections", defaultValue = "8") int connections,
        @Property(name = "waymark.smtp.per-minute", defaultValue = "0") int perMinute,
        @Property(name = "waymark.mail.from", defaultValue = "Waymark <waymark@waymark.example>")
            String from,
        @Property(name = "waymark.board.url", defaultValue = "http://localhost:8080")
            String boardUrl,
        @Property(name = "waymark.templates", defaultValue = "") String templates,
        @Property(name = "waymark.channels", defaultValue = "") String channels) {
      SmtpSettings smtp =
          new SmtpSettings(
              host,
              port,
              new SmtpSettings.Login(user, password),
              SmtpSettings.Tls.of(tls),
              path(authorities),
              from,
              PATIENCE,
              new SmtpSettings.Pace(connections, perMinute));
      return new MailSettings(smtp, boardUrl, path(templates), path(channels));
    }

    private static @Nullable Path path(String setting) {
      return setting.isEmpty() ? null : Path.of(setting);
    }
  }
}
