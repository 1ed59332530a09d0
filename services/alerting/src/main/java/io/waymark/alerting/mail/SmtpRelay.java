package io.waymark.alerting.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to the mail server, encrypted and logged in as the settings say. The file of
 * authorities is read for each connection, so that a renewed one needs no restart.
 */
final class SmtpRelay {
  private final SmtpSettings settings;

  SmtpRelay(SmtpSettings settings) {
    this.settings = settings;
  }

  /**
   * Opens a connection.
   *
   * @throws MessagingException whose message names what is wrong: the file of authorities, the
   *     server's certificate, the login, or the way there
   */
  SMTPTransport connect() throws MessagingException {
    Properties properties = properties();
    Path authorities = settings.authorities();
    if (authorities != null && settings.tls() != SmtpSettings.Tls.NONE) {
      SSLSocketFactory trusting = trusting(authorities);
      properties.put("mail.smtp.ssl.socketFactory", trusting);
      properties.put("mail.smtps.ssl.socketFactory", trusting);
    }
    SMTPTransport transport =
        (SMTPTransport) Session.getInstance(properties).getTransport(protocol());
    SmtpSettings.Login login = settings.login();
    String user = login.user().isEmpty() ? null : login.user();
    try {
      transport.connect(settings.host(), settings.port(), user, login.password());
      return transport;
    } catch (AuthenticationFailedException e) {
      throw new MessagingException("login as " + user + " refused: " + e.getMessage(), e);
    } catch (MessagingException e) {
      throw certificateTrouble(e);
    }
  }

  private MessagingException certificateTrouble(MessagingException failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SSLException || e instanceof CertificateException) {
        String place = settings.host() + ":" + settings.port();
        return new MessagingException(
            "TLS with " + place + " failed: " + root(e).getMessage(), failure);
      }
    }
    return failure;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static SSLSocketFactory trusting(Path authorities) throws MessagingException {
    try (InputStream file = Files.newInputStream(authorities)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(file);
      if (certificates.isEmpty()) {
        throw new CertificateException("it holds none");
      }
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int n = 0;
      for (Certificate certificate : certificates) {
        trusted.setCertificateEntry("authority-" + n++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new MessagingException(
          "WAYMARK_SMTP_CA: " + authorities + " (expected: a file with PEM certificates)", e);
    }
  }

  private String protocol() {
    return settings.tls() == SmtpSettings.Tls.TLS ? "smtps" : "smtp";
  }

  private Properties properties() {
    Properties properties = new Properties();
    String patience = Long.toString(settings.patience().toMillis());
    boolean login = !settings.login().user().isEmpty();
    for (String protocol : new String[] {"mail.smtp", "mail.smtps"}) {
      properties.setProperty(protocol + ".connectiontimeout", patience);
      properties.setProperty(protocol + ".timeout", patience);
      properties.setProperty(protocol + ".writetimeout", patience);
      properties.setProperty(protocol + ".auth", Boolean.toString(login));
      properties.setProperty(protocol + ".ssl.checkserveridentity", "true");
      properties.setProperty(protocol + ".ssl.protocols", "TLSv1.3 TLSv1.2");
    }
    boolean upgrade = settings.tls() == SmtpSettings.Tls.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(upgrade));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(upgrade));
    return properties;
  }

  /** A failure in one line, with what lies behind it. */
  static String oneLine(MessagingException failure) {
    String message = failure.getMessage();
    Throwable cause = failure.getCause();
    // Where connect() has named the trouble, what lies behind it is said already.
    boolean said =
        message != null && (message.startsWith("login as ") || message.startsWith("TLS "));
    String detail =
        said || cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return oneLine((message == null ? failure.getClass().getSimpleName() : message) + detail);
  }

  static String oneLine(@Nullable String text) {
    return text == null ? "" : Inert.line(text, 400);
  }
}
