package io.waymark.alerting.domain;

import java.util.List;

/**
 * An office that can be told something.
 *
 * @param version grows by one with each change of the bureau
 * @param parentId its superior; empty at the top
 */
public record Bureau(
    String bureauId,
    long version,
    Text name,
    String parentId,
    List<String> emails,
    Language language) {
  public Bureau {
    emails = List.copyOf(emails);
  }
}
