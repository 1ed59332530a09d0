package io.waymark.registry.domain;

import java.util.Comparator;

/** Identity of a project: its plan and its id within the plan. */
public record ProjectKey(String planId, String projectId) implements Comparable<ProjectKey> {
  private static final Comparator<ProjectKey> ORDER =
      Comparator.comparing(ProjectKey::planId).thenComparing(ProjectKey::projectId);

  @Override
  public int compareTo(ProjectKey other) {
    return ORDER.compare(this, other);
  }

  /** Key of the project's events, for example "wuhan-15/pump-yangsigang". */
  @Override
  public String toString() {
    return planId + "/" + projectId;
  }
}
