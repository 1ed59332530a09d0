package io.waymark.alerting.mail;

import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Picture;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
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
    message.setRecipient(Message.RecipientType.TO, address(mail.recipient()));
    message.setSubject(Inert.line(mail.subject(), 250), UTF_8);
    message.setSentDate(Date.from(mail.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Waymark-Alert", mail.alertId());
    message.setHeader("Content-Language", mail.language().code());
    if (!mail.threadId().isEmpty()) {
      message.setHeader("In-Reply-To", mail.threadId());
      message.setHeader("References", mail.threadId());
    }
    if (!mail.unsubscribe().isEmpty()) {
      message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), html(mail)));
    message.saveChanges();
    return message;
  }

  /** The library lets control characters at an address's end pass. */
  private static InternetAddress address(String recipient) throws AddressException {
    if (recipient.chars().anyMatch(Character::isISOControl)) {
      throw new AddressException("control character in address", "");
    }
    return new InternetAddress(recipient, true);
  }

  /** The HTML, and with it what it shows. */
  private static MimeBodyPart html(OutgoingMail mail) throws MessagingException {
    MimeBodyPart html = part(mail.html(), "html");
    Picture picture = mail.picture();
    if (picture == null) {
      return html;
    }
    MimeBodyPart image = new MimeBodyPart();
    image.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
    image.setContentID("<" + TemplateLetterWriter.CHART + ">");
    image.setDisposition(Part.INLINE);
    image.setFileName("chart.png");
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(new MimeMultipart("related", html, image));
    return both;
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
