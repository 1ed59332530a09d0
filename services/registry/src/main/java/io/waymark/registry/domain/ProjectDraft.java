package io.waymark.registry.domain;

import java.util.List;

/** A project as a plan office wrote it, unchecked; absent texts are empty. */
public record ProjectDraft(
    String planId,
    String projectId,
    LocalizedText name,
    String category,
    String phase,
    String leadBureauId,
    List<String> supportingBureauIds,
    String plannedStart,
    String plannedFinish,
    List<ContributionDraft> contributions,
    List<String> assumedFields,
    SourcePassage source,
    String reportingFrequency,
    List<SchedulePointDraft> schedule) {

  public ProjectDraft {
    supportingBureauIds = List.copyOf(supportingBureauIds);
    contributions = List.copyOf(contributions);
    assumedFields = List.copyOf(assumedFields);
    schedule = List.copyOf(schedule);
  }
}
