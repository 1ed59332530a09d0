package io.waymark.indicator.postgres;

import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.SubjectKind;

/** Names what is judged: a project, or an indicator with all its targets. */
public record Subject(SubjectKind kind, String id) {
  /** What a judgement speaks of. */
  static Subject of(Judgement judgement) {
    return judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT
        ? project(judgement.getSubjectId())
        : indicator(judgement.getIndicatorId());
  }

  /** A project. */
  public static Subject project(String projectId) {
    return new Subject(SubjectKind.SUBJECT_KIND_PROJECT, projectId);
  }

  /** An indicator: its targets are judged together. */
  public static Subject indicator(String indicatorId) {
    return new Subject(SubjectKind.SUBJECT_KIND_TARGET, indicatorId);
  }
}
