package io.waymark.alerting.mail;

import io.waymark.alerting.domain.MailBytes;
import io.waymark.alerting.domain.OutgoingMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;

/** Writes mails down as they would be handed to the mail server, without one. */
public final class Messages implements MailBytes {
  private final MimeLetters letters;

  /**
   * Creates a writer.
   *
   * @param from sender of every mail
   */
  public Messages(String from) {
    letters = new MimeLetters(Session.getInstance(new Properties()), from);
  }

  @Override
  public byte[] of(OutgoingMail mail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      letters.build(mail).writeTo(bytes);
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException(
          "recipient: " + mail.recipient() + " (expected: a mail address)", e);
    }
    return bytes.toByteArray();
  }
}
