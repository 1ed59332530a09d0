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
    List<SchedulePointDraft> schedule,
    DetailsDraft details) {

  public ProjectDraft {
    supportingBureauIds = List.copyOf(supportingBureauIds);
    contributions = List.copyOf(contributions);
    assumedFields = List.copyOf(assumedFields);
    schedule = List.copyOf(schedule);
  }

  /** A project of which place, list and money are not stated. */
  public ProjectDraft(
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
    this(
        planId,
        projectId,
        name,
        category,
        phase,
        leadBureauId,
        supportingBureauIds,
        plannedStart,
        plannedFinish,
        contributions,
        assumedFields,
        source,
        reportingFrequency,
        schedule,
        DetailsDraft.NONE);
  }
}
