package io.waymark.registry.domain;

import java.util.List;

/** A bureau as a plan office wrote it, unchecked; absent texts are empty. */
public record BureauDraft(
    String bureauId,
    LocalizedText name,
    String parentBureauId,
    List<String> emails,
    String language,
    String provenance,
    String level,
    List<Contact> contacts,
    List<String> languages,
    List<DelegateDraft> delegates) {

  public BureauDraft {
    emails = List.copyOf(emails);
    contacts = List.copyOf(contacts);
    languages = List.copyOf(languages);
    delegates = List.copyOf(delegates);
  }

  /** A bureau of which no more is stated than whom to mail. */
  public BureauDraft(
      String bureauId,
      LocalizedText name,
      String parentBureauId,
      List<String> emails,
      String language,
      String provenance) {
    this(
        bureauId,
        name,
        parentBureauId,
        emails,
        language,
        provenance,
        "",
        List.of(),
        List.of(),
        List.of());
  }
}
