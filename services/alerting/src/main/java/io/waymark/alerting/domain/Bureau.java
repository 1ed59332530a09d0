package io.waymark.alerting.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office that can be told something.
 *
 * @param version grows by one with each change of the bureau
 * @param parentId its superior; empty at the top
 * @param standIns who is told as well, for a time
 */
public record Bureau(
    String bureauId,
    long version,
    Text name,
    String parentId,
    List<String> emails,
    Language language,
    List<StandIn> standIns) {
  /**
   * Stands in for somebody of the bureau.
   *
   * @param email a person's address; empty where a whole bureau stands in
   * @param bureauId the bureau that stands in with its own addresses; empty where a person does
   * @param until first day on which they no longer do; null until further notice
   */
  public record StandIn(
      String name, String email, String bureauId, LocalDate from, @Nullable LocalDate until) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  /** Copies its lists. */
  public Bureau {
    emails = List.copyOf(emails);
    standIns = List.copyOf(standIns);
  }

  /** A bureau for which nobody stands in. */
  public Bureau(
      String bureauId,
      long version,
      Text name,
      String parentId,
      List<String> emails,
      Language language) {
    this(bureauId, version, name, parentId, emails, language, List.of());
  }
}
