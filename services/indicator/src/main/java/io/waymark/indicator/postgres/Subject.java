package io.waymark.indicator.postgres;

import io.waymark.proto.indicator.v1.SubjectKind;

/** Names what is judged: a project, or an indicator with all its targets. */
public record Subject(SubjectKind kind, String id) {
  /** A project. */
  public static Subject project(String projectId) {
    return new Subject(SubjectKind.SUBJECT_KIND_PROJECT, projectId);
  }

  /** An indicator: its targets are judged together. */
  public static Subject indicator(String indicatorId) {
    return new Subject(SubjectKind.SUBJECT_KIND_TARGET, indicatorId);
  }
}
