package io.waymark.registry.app;

import io.waymark.registry.domain.ReportedProject;
import io.waymark.registry.domain.RuleSetting;
import java.time.Instant;
import java.util.List;

/** Everything that was reported, and the rules of the reporting calendar; facts are appended. */
public interface ReportingStore {
  /**
   * Which projects.
   *
   * @param leadBureauId only this lead bureau; empty for all
   * @param projectId only this one; empty for all
   * @param knownAt only reports and projects that were recorded at or before this instant
   */
  record Query(String planId, String leadBureauId, String projectId, Instant knownAt) {}

  /** Projects with all their reports, ordered by id. */
  List<ReportedProject> projects(Query query);

  /** The rules that were set for a plan until an instant, in the order in which they were. */
  List<RuleSetting> rules(String planId, Instant knownAt);

  /** Keeps a rule. */
  void append(RuleSetting setting);
}
