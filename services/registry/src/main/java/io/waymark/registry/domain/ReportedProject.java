package io.waymark.registry.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A project with everything that was ever reported of it.
 *
 * @param state the project now
 * @param registeredAt when it was first registered
 * @param reports in the order of recording, corrected ones included
 */
public record ReportedProject(
    ProjectState state, Instant registeredAt, List<ProgressReport> reports) {

  /** Copies the reports. */
  public ReportedProject {
    reports = List.copyOf(reports);
  }

  /** Its reports that none of them corrects, in the order of recording. */
  public List<ProgressReport> inForce() {
    Set<String> corrected = new HashSet<>();
    reports.forEach(report -> corrected.add(report.correctsReportId()));
    return reports.stream().filter(report -> !corrected.contains(report.reportId())).toList();
  }
}
