package io.waymark.alerting.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a target at the as-of date, in the target's unit; null where there is none.
 *
 * @param gap last figure - schedule
 * @param expectedGap expected figure at the due date - target
 */
public record TargetFigures(
    Text unit,
    @Nullable BigDecimal baseValue,
    @Nullable LocalDate baseDate,
    @Nullable BigDecimal targetValue,
    @Nullable BigDecimal targetValueMax,
    Comparator comparator,
    Direction direction,
    @Nullable LocalDate due,
    @Nullable BigDecimal value,
    @Nullable LocalDate valueDate,
    @Nullable Double scheduled,
    @Nullable Double ratio,
    @Nullable Double pointsBehind,
    @Nullable Double gap,
    @Nullable Double expectedGap,
    @Nullable Outlook outlook) {

  /** The probability that the target is met, or null without a projection. */
  public @Nullable Double pMeet() {
    return outlook == null ? null : outlook.pMeet();
  }

  /** The distance from base to target, or null where it is not known or zero. */
  public @Nullable Double way() {
    if (baseValue == null || targetValue == null || baseValue.compareTo(targetValue) == 0) {
      return null;
    }
    return targetValue.subtract(baseValue).abs().doubleValue();
  }

  /**
   * How far a difference to the target or the schedule is on the bad side; 0 where it is on the
   * good one.
   */
  public double shortfall(@Nullable Double difference) {
    if (difference == null) {
      return 0;
    }
    return Math.max(0, lessIsBetter() ? difference : -difference);
  }

  /** Whether a smaller figure is the better one. */
  public boolean lessIsBetter() {
    return switch (direction) {
      case DOWN -> true;
      case UP -> false;
      case UNSTATED -> comparator == Comparator.LE || comparator == Comparator.LT;
    };
  }
}
