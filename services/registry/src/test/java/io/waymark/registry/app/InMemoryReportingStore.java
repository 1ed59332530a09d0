package io.waymark.registry.app;

import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectEvent;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ReportedProject;
import io.waymark.registry.domain.RuleSetting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what a registry that forgets was told. */
public final class InMemoryReportingStore implements ReportingStore {
  private final InMemoryRegistryStore registry;
  private final List<RuleSetting> rules = new ArrayList<>();

  /** Reads this registry. */
  public InMemoryReportingStore(InMemoryRegistryStore registry) {
    this.registry = registry;
  }

  @Override
  public List<ReportedProject> projects(Query query) {
    List<ProjectChange> known =
        registry.changes().stream()
            .filter(change -> !change.recordedAt().isAfter(query.knownAt()))
            .toList();
    return known.stream()
        .filter(change -> change.event() instanceof ProjectEvent.Registered)
        .sorted((a, b) -> key(a).compareTo(key(b)))
        .map(registered -> reported(registered, known))
        .filter(project -> matches(project, query))
        .toList();
  }

  private ReportedProject reported(ProjectChange registered, List<ProjectChange> known) {
    List<ProgressReport> reports = new ArrayList<>();
    for (ProjectChange change : known) {
      if (key(change).equals(key(registered))
          && change.event() instanceof ProjectEvent.Reported(var report)) {
        reports.add(report);
      }
    }
    return new ReportedProject(
        registry.project(key(registered)).orElseThrow(), registered.recordedAt(), reports);
  }

  private static boolean matches(ReportedProject project, Query query) {
    var definition = project.state().definition();
    return definition.key().planId().equals(query.planId())
        && (query.projectId().isEmpty() || query.projectId().equals(definition.key().projectId()))
        && (query.leadBureauId().isEmpty()
            || query.leadBureauId().equals(definition.leadBureauId()));
  }

  private static ProjectKey key(ProjectChange change) {
    return change.state().definition().key();
  }

  @Override
  public List<RuleSetting> rules(String planId, Instant knownAt) {
    return rules.stream()
        .filter(setting -> setting.planId().equals(planId))
        .filter(setting -> !setting.recordedAt().isAfter(knownAt))
        .toList();
  }

  @Override
  public void append(RuleSetting setting) {
    rules.add(setting);
  }
}
