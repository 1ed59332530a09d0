package io.waymark.judging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link TargetQuestion} step by step. The plan must be given; all else has a meaning when
 * left out.
 */
public final class TargetBuilder {
  private final Measure measure;
  private final Comparator comparator;
  private final Direction direction;
  private @Nullable BigDecimal value;
  private @Nullable BigDecimal valueMax;
  private @Nullable BigDecimal baseValue;
  private @Nullable LocalDate baseDate;
  private @Nullable LocalDate due;
  private @Nullable LocalDate planStart;
  private @Nullable LocalDate planEnd;
  private Frequency frequency = Frequency.YEARLY;
  private @Nullable List<Figure> follows;
  private List<Figure> figures = List.of();
  private List<Contribution> contributions = List.of();
  private List<Waypoint> waypoints = List.of();
  private @Nullable Double carriedShare;
  private ReferenceClass reference = ReferenceClass.NONE;
  private boolean yearToDate;
  private boolean termsAssumed;

  TargetBuilder(Measure measure, Comparator comparator, Direction direction) {
    this.measure = measure;
    this.comparator = comparator;
    this.direction = direction;
  }

  /** The target; null or never called: awaiting. */
  public TargetBuilder value(@Nullable BigDecimal newValue) {
    value = newValue;
    return this;
  }

  /** The upper end of a range; null: no range. */
  public TargetBuilder valueMax(@Nullable BigDecimal newMax) {
    valueMax = newMax;
    return this;
  }

  /** The base and its day; a null day means the day before the plan begins. */
  public TargetBuilder base(@Nullable BigDecimal newBase, @Nullable LocalDate date) {
    baseValue = newBase;
    baseDate = date;
    return this;
  }

  /** First and last day of the plan. */
  public TargetBuilder plan(LocalDate start, LocalDate end) {
    planStart = start;
    planEnd = end;
    return this;
  }

  /** The due date; never called: the plan's end. */
  public TargetBuilder due(LocalDate date) {
    due = date;
    return this;
  }

  /** How often a figure is due; never called: yearly. */
  public TargetBuilder frequency(Frequency newFrequency) {
    frequency = newFrequency;
    return this;
  }

  /** Figures of the indicator that this one follows; null: it follows none. */
  public TargetBuilder follows(@Nullable List<Figure> newFollows) {
    follows = newFollows;
    return this;
  }

  /** The figures in force, in any order. */
  public TargetBuilder figures(List<Figure> newFigures) {
    figures = newFigures;
    return this;
  }

  /** What projects add. */
  public TargetBuilder contributions(List<Contribution> newContributions) {
    contributions = newContributions;
    return this;
  }

  /** Figures that the schedule passes through; never called: a straight line. */
  public TargetBuilder waypoints(List<Waypoint> newWaypoints) {
    waypoints = newWaypoints;
    return this;
  }

  /** The share that the projects carry; null: computed. */
  public TargetBuilder carriedShare(@Nullable Double share) {
    carriedShare = share;
    return this;
  }

  /** The same indicator in comparable places; never called: none are known. */
  public TargetBuilder reference(ReferenceClass newReference) {
    reference = newReference;
    return this;
  }

  /** Whether the figures are summed up within the year and start again each January. */
  public TargetBuilder yearToDate(boolean newYearToDate) {
    yearToDate = newYearToDate;
    return this;
  }

  /** Whether the base or the target itself is assumed; never called: stated. */
  public TargetBuilder termsAssumed(boolean assumed) {
    termsAssumed = assumed;
    return this;
  }

  /** Ends the question. */
  public TargetQuestion judgedBy(Rulebook rulebook, LocalDate asOf) {
    if (planStart == null || planEnd == null) {
      throw new IllegalArgumentException("plan: missing (expected: first and last day)");
    }
    return new TargetQuestion(
        measure,
        comparator,
        direction,
        value,
        valueMax,
        baseValue,
        baseDate,
        due == null ? planEnd : due,
        planStart,
        planEnd,
        frequency,
        follows,
        figures,
        contributions,
        waypoints,
        carriedShare,
        reference,
        yearToDate,
        termsAssumed,
        rulebook,
        asOf);
  }
}
