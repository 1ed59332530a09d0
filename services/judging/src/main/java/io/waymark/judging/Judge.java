package io.waymark.judging;

import java.math.BigDecimal;

/** The way into the mathematics. Every method is a pure function of its question. */
public final class Judge {
  /** Changes whenever the same question may get another answer. */
  public static final String ENGINE_VERSION = "judging-6";

  private Judge() {}

  /** Judges a target: position, outlook, freshness, overall, with the arithmetic. */
  public static TargetJudgement target(TargetQuestion question) {
    return target(question, Previous.NONE);
  }

  /** Judges a target whose lights hold within the rulebook's dead band. */
  public static TargetJudgement target(TargetQuestion question, Previous previous) {
    return TargetJudging.judge(question, previous);
  }

  /**
   * Judges a target that its parts make up: the outlook combines theirs, the causes name them.
   * While a part has nothing to project, or the figure of the due date is known, it is judged by
   * its own figures alone.
   */
  public static TargetJudgement rollUp(RollUpQuestion question) {
    return rollUp(question, Previous.NONE);
  }

  /** Judges such a target, whose lights hold within the rulebook's dead band. */
  public static TargetJudgement rollUp(RollUpQuestion question, Previous previous) {
    RolledUp parts = new RolledUp(question);
    Figure last = History.of(question.target()).last();
    boolean decided = last != null && !last.periodEnd().isBefore(question.target().due());
    return TargetJudging.judge(
        question.target(), previous, parts, decided || !parts.missing().isEmpty());
  }

  /**
   * The share 0..1 of a target's way that its projects carry, for {@link
   * TargetQuestion#carriedShare} of a what-if on the target's value; 0 for a target without a
   * value.
   */
  public static double carriedShare(TargetQuestion question) {
    BigDecimal value = question.value();
    return value == null
        ? 0
        : PathPosition.carriedShare(
            question, TargetShape.of(question, value), History.of(question));
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
