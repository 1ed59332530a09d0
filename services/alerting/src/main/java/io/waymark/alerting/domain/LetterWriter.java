package io.waymark.alerting.domain;

import java.util.List;

/** Turns what is to be told into mails. */
@FunctionalInterface
public interface LetterWriter {
  /** One mail to each of the recipients, in the recipient's language. */
  List<OutgoingMail> write(Mailing mailing);
}
