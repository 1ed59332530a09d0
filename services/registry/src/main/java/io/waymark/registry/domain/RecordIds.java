package io.waymark.registry.domain;

/**
 * Ids of what is recorded about a project end with the project's version that brought it, for
 * example "wuhan-15.pump-yangsigang.7".
 */
final class RecordIds {
  private RecordIds() {}

  /**
   * Derived rather than drawn, so that a decision is pure; unique because a version is taken once.
   */
  static String next(ProjectState project) {
    ProjectKey key = project.definition().key();
    return key.planId() + "." + key.projectId() + "." + (project.version() + 1);
  }

  /** Where it stands in the order of recording. */
  static long order(String id) {
    return Long.parseLong(id.substring(id.lastIndexOf('.') + 1));
  }
}
