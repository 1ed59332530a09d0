package io.waymark.registry.domain;

import java.util.List;

/**
 * A project with everything that counts about its progress now.
 *
 * @param version grows by one with each event
 * @param reports reports in force (corrected ones left out) by as-of date; of two with the same
 *     date the later recorded one comes later, and it is the one that counts
 * @param suspensions oldest first
 */
public record ProjectState(
    ProjectDefinition definition,
    long version,
    List<ProgressReport> reports,
    List<Suspension> suspensions) {

  public ProjectState {
    reports = List.copyOf(reports);
    suspensions = List.copyOf(suspensions);
  }

  /** The phase that the latest report naming one names, else the phase at registration. */
  public Phase phase() {
    for (ProgressReport report : reports.reversed()) {
      if (report.phase() != Phase.UNSPECIFIED) {
        return report.phase();
      }
    }
    return definition.phase();
  }

  boolean hasInForce(String reportId) {
    return reports.stream().anyMatch(report -> report.reportId().equals(reportId));
  }

  boolean isSuspended() {
    return !suspensions.isEmpty() && suspensions.getLast().until().isEmpty();
  }
}
