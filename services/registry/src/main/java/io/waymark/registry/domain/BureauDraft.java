package io.waymark.registry.domain;

import java.util.List;

/** A bureau as a plan office wrote it, unchecked; absent texts are empty. */
public record BureauDraft(
    String bureauId,
    LocalizedText name,
    String parentBureauId,
    List<String> emails,
    String language,
    String provenance) {

  public BureauDraft {
    emails = List.copyOf(emails);
  }
}
