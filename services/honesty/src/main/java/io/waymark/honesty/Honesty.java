package io.waymark.honesty;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** All rules together. */
public final class Honesty {
  private static final List<Function<Course, List<Finding>>> RULES =
      List.of(
          ProgressRules::alwaysOnSchedule,
          ProgressRules::percentFalls,
          ProgressRules::monthEndJump,
          ClaimRules::completionWithoutMilestones,
          MoneyRules::moneyAhead,
          ClaimRules::rewrittenBeforeEvaluation,
          ProgressRules::sameFigureAgain,
          ProgressRules::progressWhileStopped,
          ClaimRules::finishPassed,
          MoneyRules::moneyFalls);

  private Honesty() {}

  /** What is worth a second look, newest as-of date first. */
  public static List<Finding> findings(Course course) {
    return RULES.stream()
        .flatMap(rule -> rule.apply(course).stream())
        .sorted(
            Comparator.comparing(Finding::asOf)
                .reversed()
                .thenComparing(Finding::reportId)
                .thenComparing(Finding::kind))
        .toList();
  }
}
