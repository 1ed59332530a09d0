package io.waymark.alerting.domain;

import java.util.List;

/** Turns what is to be told into mails. */
@FunctionalInterface
public interface LetterWriter {
  /** One mail to each of the bureau's addresses, in the bureau's language. */
  List<OutgoingMail> write(Notice notice, Bureau bureau);
}
