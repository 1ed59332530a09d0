package io.waymark.alerting.mail;

import io.waymark.alerting.domain.OutgoingMail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Speaks SMTP over one connection that is kept open between mails. */
final class SmtpPostman implements Postman {
  private final SmtpRelay relay;
  private final MimeLetters letters;
  private @Nullable SMTPTransport transport;

  SmtpPostman(SmtpSettings settings) {
    this.relay = new SmtpRelay(settings);
    this.letters = new MimeLetters(Session.getInstance(new Properties()), settings.from());
  }

  @Override
  public Answer deliver(OutgoingMail mail) {
    MimeMessage message;
    try {
      message = letters.build(mail);
    } catch (MessagingException e) {
      return new Answer.Refused("not sent: " + SmtpRelay.oneLine(e));
    }
    SMTPTransport open;
    try {
      open = connected();
    } catch (MessagingException e) {
      close();
      return new Answer.Unreached(SmtpRelay.oneLine(e));
    }
    return send(open, message);
  }

  @Override
  public Answer knock() {
    try {
      return new Answer.Accepted(SmtpRelay.oneLine(connected().getLastServerResponse()));
    } catch (MessagingException e) {
      close();
      return new Answer.Unreached(SmtpRelay.oneLine(e));
    }
  }

  @Override
  public void close() {
    SMTPTransport open = transport;
    transport = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException e) {
        // It is gone either way, and nothing that was accepted depends on a polite good-bye.
        return;
      }
    }
  }

  private Answer send(SMTPTransport open, MimeMessage message) {
    try {
      Address[] recipients = message.getAllRecipients();
      open.sendMessage(message, recipients);
      return new Answer.Accepted(SmtpRelay.oneLine(open.getLastServerResponse()));
    } catch (MessagingException e) {
      Answer answer = read(e);
      if (answer instanceof Answer.Unreached) {
        close();
      }
      return answer;
    }
  }

  private SMTPTransport connected() throws MessagingException {
    SMTPTransport open = transport;
    if (open != null && open.isConnected()) {
      return open;
    }
    close();
    SMTPTransport fresh = relay.connect();
    transport = fresh;
    return fresh;
  }

  /** Finds the mail server's own answer among the nested exceptions. */
  private static Answer read(MessagingException failure) {
    for (Exception e = failure;
        e != null;
        e = e instanceof MessagingException m ? m.getNextException() : null) {
      switch (e) {
        case SMTPAddressFailedException refused -> {
          return byCode(refused.getReturnCode(), SmtpRelay.oneLine(refused));
        }
        // Our own address is refused: the operator's concern, and no reason to lose the mail.
        case SMTPSenderFailedException refused -> {
          return new Answer.Later(SmtpRelay.oneLine(refused));
        }
        case SMTPSendFailedException refused
            when !(refused.getNextException() instanceof SMTPAddressFailedException) -> {
          return byCode(refused.getReturnCode(), SmtpRelay.oneLine(refused));
        }
        default -> {}
      }
    }
    return new Answer.Unreached(SmtpRelay.oneLine(failure));
  }

  private static Answer byCode(int code, String text) {
    if (code >= 500) {
      return new Answer.Refused(text);
    }
    return code >= 400 && code != 421 ? new Answer.Later(text) : new Answer.Unreached(text);
  }
}
