package io.waymark.registry.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bureau as a plan office wrote it, unchecked; absent texts are empty.
 *
 * @param cleared fields that become empty, whatever was there; other empty ones stay as they are
 */
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
    List<DelegateDraft> delegates,
    Set<String> cleared) {

  /** What may be left empty, and so be cleared. */
  static final List<String> CLEARABLE =
      List.of("parent_bureau_id", "language", "level", "contacts", "languages", "delegates");

  public BureauDraft {
    emails = List.copyOf(emails);
    contacts = List.copyOf(contacts);
    languages = List.copyOf(languages);
    delegates = List.copyOf(delegates);
    cleared = Set.copyOf(cleared);
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
        List.of(),
        Set.of());
  }

  /** What is left empty and is not cleared, as it was. */
  BureauDraft over(Bureau before) {
    return new BureauDraft(
        bureauId,
        name,
        kept("parent_bureau_id", parentBureauId, before.parentBureauId()),
        emails,
        kept("language", language, before.language()),
        provenance,
        kept(
            "level", level, before.level() == BureauLevel.UNSPECIFIED ? "" : before.level().name()),
        kept("contacts", contacts, before.contacts()),
        kept("languages", languages, before.languages()),
        kept("delegates", delegates, before.delegates().stream().map(DelegateDraft::of).toList()),
        cleared);
  }

  private String kept(String field, String stated, String before) {
    return stated.isEmpty() && !cleared.contains(field) ? before : stated;
  }

  private <T> List<T> kept(String field, List<T> stated, List<T> before) {
    return stated.isEmpty() && !cleared.contains(field) ? before : stated;
  }

  /** Cleared fields that cannot be, or that are stated as well. */
  Optional<String> wronglyCleared() {
    return cleared.stream().sorted().filter(field -> !isEmpty(field)).findFirst();
  }

  private boolean isEmpty(String field) {
    return switch (field) {
      case "parent_bureau_id" -> parentBureauId.isEmpty();
      case "language" -> language.isEmpty();
      case "level" -> level.isEmpty();
      case "contacts" -> contacts.isEmpty();
      case "languages" -> languages.isEmpty();
      case "delegates" -> delegates.isEmpty();
      default -> false;
    };
  }
}
