package io.waymark.rulebooks.scoring;

/** Which subjects a measure looks at. */
public enum Subjects {
  /** Every target. */
  TARGETS,
  /** 约束性 targets. */
  BINDING_TARGETS,
  /** 预期性 targets. */
  EXPECTED_TARGETS,
  /** Every project. */
  PROJECTS,
  /** Targets and projects. */
  ALL;

  boolean takes(Fact.Judged judged) {
    return switch (this) {
      case TARGETS -> !judged.project();
      case BINDING_TARGETS -> !judged.project() && judged.binding();
      case EXPECTED_TARGETS -> !judged.project() && !judged.binding();
      case PROJECTS -> judged.project();
      case ALL -> true;
    };
  }
}
