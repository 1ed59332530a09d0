package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How does a target stand, and will it be met? Built by {@link #of}.
 *
 * @param value the target; null while the superior has not set it
 * @param valueMax the upper end of a range; null if no range
 * @param baseValue the base figure; null if there is none: then a figure serves, see
 *     docs/judging.md
 * @param baseDate the day that the base speaks of; null means the day before the plan begins
 * @param due the day by which the target must be met
 * @param planStart first day of the plan
 * @param planEnd last day of the plan
 * @param frequency how often a figure is due
 * @param follows figures of the indicator that this one follows; null if it follows none
 * @param figures the figures in force, in any order; those after the as-of date are ignored
 * @param contributions what projects add
 * @param waypoints figures that the schedule passes through on its way; empty: a straight line
 * @param carriedShare the share 0..1 of the way that the projects carry; null: computed from the
 *     target. A what-if on the target's value passes the share of the version in force, so that a
 *     higher target is never likelier to be met
 * @param reference the same indicator in comparable places; {@link ReferenceClass#NONE} if unknown
 * @param yearToDate the figures are summed up within the year and start again each January
 * @param termsAssumed the base or the target itself is assumed rather than stated anywhere
 * @param rulebook the rulebook in force
 * @param asOf the date that the judgement speaks of
 */
public record TargetQuestion(
    Measure measure,
    Comparator comparator,
    Direction direction,
    @Nullable BigDecimal value,
    @Nullable BigDecimal valueMax,
    @Nullable BigDecimal baseValue,
    @Nullable LocalDate baseDate,
    LocalDate due,
    LocalDate planStart,
    LocalDate planEnd,
    Frequency frequency,
    @Nullable List<Figure> follows,
    List<Figure> figures,
    List<Contribution> contributions,
    List<Waypoint> waypoints,
    @Nullable Double carriedShare,
    ReferenceClass reference,
    boolean yearToDate,
    boolean termsAssumed,
    Rulebook rulebook,
    LocalDate asOf) {

  public TargetQuestion {
    follows = follows == null ? null : List.copyOf(follows);
    figures = List.copyOf(figures);
    contributions = List.copyOf(contributions);
    waypoints = List.copyOf(waypoints);
    if (!due.isAfter(planStart)) {
      throw new IllegalArgumentException("due: " + due + " (expected: after " + planStart + ")");
    }
    if (value != null && valueMax != null && valueMax.compareTo(value) < 0) {
      throw new IllegalArgumentException(
          "value_max: " + valueMax + " (expected: at least " + value + ")");
    }
  }

  /** The day that a base without a date speaks of. */
  LocalDate dayBeforePlan() {
    return planStart.minusDays(1);
  }

  /** Starts a question; {@link TargetBuilder#judgedBy} ends it. */
  public static TargetBuilder of(Measure measure, Comparator comparator, Direction direction) {
    return new TargetBuilder(measure, comparator, direction);
  }
}
