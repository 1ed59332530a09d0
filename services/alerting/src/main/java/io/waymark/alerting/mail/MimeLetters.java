package io.waymark.alerting.mail;

import io.waymark.alerting.domain.OutgoingMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;

/** Makes MIME messages of stored mails; the same mail always gives the same headers. */
final class MimeLetters {
  private static final String UTF_8 = "UTF-8";

  private final Session session;
  private final InternetAddress from;

  MimeLetters(Session session, String from) {
    this.session = session;
    try {
      this.from = new InternetAddress(from, true);
    } catch (MessagingException e) {
      throw new IllegalArgumentException(
          "WAYMARK_MAIL_FROM: " + from + " (expected: a mail address)", e);
    }
  }

  /**
   * Builds the message.
   *
   * @throws MessagingException if the recipient is no mail address
   */
  MimeMessage build(OutgoingMail mail) throws MessagingException {
    MimeMessage message = new WithStoredId(session, mail.messageId());
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(Inert.line(mail.subject(), 250), UTF_8);
    message.setSentDate(Date.from(mail.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Waymark-Alert", mail.alertId());
    message.setHeader("Content-Language", mail.language().code());
    if (!mail.threadId().isEmpty()) {
      message.setHeader("In-Reply-To", mail.threadId());
      message.setHeader("References", mail.threadId());
    }
    MimeMultipart both =
        new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
    message.setContent(both);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** Keeps the library from making up a new Message-ID for each attempt. */
  private static final class WithStoredId extends MimeMessage {
    private final String messageId;

    WithStoredId(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
