package io.waymark.registry.domain;

import java.util.List;

/**
 * An office that is responsible for projects and targets.
 *
 * @param parentBureauId empty at the top
 * @param emails whoever is told about its subjects; at least one
 * @param language of its mails: "zh", "en", or empty for "zh"
 */
public record Bureau(
    String bureauId,
    LocalizedText name,
    String parentBureauId,
    List<String> emails,
    String language,
    Provenance provenance) {

  public Bureau {
    emails = List.copyOf(emails);
  }
}
