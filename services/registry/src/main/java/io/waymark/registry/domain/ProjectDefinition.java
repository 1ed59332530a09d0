package io.waymark.registry.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A major project as registered.
 *
 * @param phase phase at registration; reports move it on
 * @param supportingBureauIds bureaus that help; they may report too
 * @param assumedFields names of fields that are assumed rather than published
 * @param reportingFrequency "monthly", "quarterly", "yearly", or empty for quarterly
 * @param schedule its own schedule, dates rising; empty for a straight line
 * @param details place, parent and money
 */
public record ProjectDefinition(
    ProjectKey key,
    LocalizedText name,
    String category,
    Phase phase,
    String leadBureauId,
    List<String> supportingBureauIds,
    Optional<LocalDate> plannedStart,
    Optional<LocalDate> plannedFinish,
    List<Contribution> contributions,
    List<String> assumedFields,
    SourcePassage source,
    String reportingFrequency,
    List<SchedulePoint> schedule,
    ProjectDetails details) {

  public ProjectDefinition {
    supportingBureauIds = List.copyOf(supportingBureauIds);
    contributions = List.copyOf(contributions);
    assumedFields = List.copyOf(assumedFields);
    schedule = List.copyOf(schedule);
  }

  /** The schedule as the plan states it. */
  Schedule planned() {
    return new Schedule(plannedStart, plannedFinish, schedule);
  }

  boolean belongsTo(String bureauId) {
    return leadBureauId.equals(bureauId) || supportingBureauIds.contains(bureauId);
  }
}
