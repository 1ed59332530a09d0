package io.waymark.alerting.domain;

import java.util.List;
import java.util.Optional;

/** Made-up mails, to see what they look like. */
public interface SampleMails {
  /** The kinds that there are. */
  List<String> kinds();

  /** A made-up mail of a kind; empty if there is no such kind. */
  Optional<OutgoingMail> sample(String kind, Language language);

  /** What is wrong with the customer's templates. */
  List<String> templateFaults();
}
