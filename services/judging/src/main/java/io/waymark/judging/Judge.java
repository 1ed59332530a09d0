package io.waymark.judging;

/** The way into the mathematics. Every method is a pure function of its question. */
public final class Judge {
  /** Changes whenever the same question may get another answer. */
  public static final String ENGINE_VERSION = "judging-2";

  private Judge() {}

  /** Judges a target: position, outlook, freshness, overall, with the arithmetic. */
  public static TargetJudgement target(TargetQuestion question) {
    return target(question, Previous.NONE);
  }

  /** Judges a target whose lights hold within the rulebook's dead band. */
  public static TargetJudgement target(TargetQuestion question, Previous previous) {
    return TargetJudging.judge(question, previous);
  }

  /** Judges a project: position, outlook, freshness, overall, with the arithmetic. */
  public static ProjectJudgement project(ProjectQuestion question) {
    return project(question, Previous.NONE);
  }

  /** Judges a project whose lights hold within the rulebook's dead band. */
  public static ProjectJudgement project(ProjectQuestion question, Previous previous) {
    return ProjectJudging.judge(question, previous);
  }

  /** When a project will be finished, and how far it is. */
  public static ProjectForecast forecast(ProjectQuestion question) {
    return CompletionModel.forecast(question);
  }
}
