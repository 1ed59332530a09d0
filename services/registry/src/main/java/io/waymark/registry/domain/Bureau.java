package io.waymark.registry.domain;

import java.util.List;

/**
 * An office that is responsible for projects and targets.
 *
 * @param parentBureauId empty at the top
 * @param emails whoever is told about its subjects; at least one
 * @param language of its mails: "zh", "en", or empty for "zh"
 * @param languages that its people read, the preferred first; empty for that of its mails alone
 * @param delegates who stands in, and when
 */
public record Bureau(
    String bureauId,
    LocalizedText name,
    String parentBureauId,
    List<String> emails,
    String language,
    Provenance provenance,
    BureauLevel level,
    List<Contact> contacts,
    List<String> languages,
    List<Delegate> delegates) {

  public Bureau {
    emails = List.copyOf(emails);
    contacts = List.copyOf(contacts);
    languages = List.copyOf(languages);
    delegates = List.copyOf(delegates);
  }
}
