package io.waymark.judging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a project will be finished, and how far it was on each day. The logarithm of the remaining
 * time has Student's t distribution with four degrees of freedom, since a few projects run away;
 * its median and spread come from {@link CompletionModel}. Made by {@link Judge#forecast} and
 * {@link Judge#project} only.
 */
public final class ProjectForecast {
  private static final double MOST_DAYS = 200_000;

  private final LocalDate asOf;
  private final boolean completed;
  private final @Nullable LocalDate completedOn;
  private final double waitDays;
  private final double logMedian;
  private final double sigma;
  private final @Nullable LocalDate median;
  private final @Nullable ScheduleLine schedule;
  private final List<ProgressPoint> progress;
  private final List<String> inputIds;
  private final boolean simulated;

  /** One known percent complete. */
  record ProgressPoint(LocalDate date, double percent) {}

  ProjectForecast(
      LocalDate asOf,
      boolean completed,
      @Nullable LocalDate completedOn,
      Completion completion,
      @Nullable ScheduleLine schedule,
      List<ProgressPoint> progress,
      List<String> inputIds,
      boolean simulated) {
    this.asOf = asOf;
    this.completed = completed;
    this.completedOn = completedOn;
    this.waitDays = completion.stop();
    this.logMedian = StrictMath.log(completion.median());
    this.sigma = completion.sigma();
    this.schedule = schedule;
    this.progress = List.copyOf(progress);
    this.inputIds = List.copyOf(inputIds);
    this.simulated = simulated;
    this.median = quantile(0.5);
  }

  /** {@link #quantile} of one half. */
  @Nullable LocalDate median() {
    return median;
  }

  /** Whether the project is finished at the as-of date. */
  public boolean completed() {
    return completed;
  }

  /**
   * The day of the first report that called it finished; null if unfinished, or finished before any
   * report.
   */
  public @Nullable LocalDate completedOn() {
    return completedOn;
  }

  /** The reports that went in. */
  public List<String> inputIds() {
    return inputIds;
  }

  /** Whether any report says something about the project. */
  public boolean reported() {
    return !inputIds.isEmpty();
  }

  boolean simulated() {
    return simulated;
  }

  /** Probability 0..1 that the project is finished on or before the date. */
  public double chanceBy(LocalDate date) {
    return chanceBy(date, new LogDays());
  }

  double chanceBy(LocalDate date, LogDays logs) {
    if (completed) {
      return completedOn == null || !completedOn.isAfter(date) ? 1 : 0;
    }
    double days = date.toEpochDay() - asOf.toEpochDay() - waitDays;
    return days <= 0 ? 0 : StudentT.cdf((logs.of(days) - logMedian) / sigma);
  }

  /**
   * The day on or before which the project is finished with that probability; null if finished on
   * an unknown day.
   */
  public @Nullable LocalDate quantile(double probability) {
    return completed ? completedOn : asOf.plusDays((long) Math.ceil(daysQuantile(probability)));
  }

  /** Days from the as-of date until the unfinished project is finished with that probability. */
  double daysQuantile(double probability) {
    double days = StrictMath.exp(logMedian + sigma * StudentT.quantile(probability));
    return Math.min(waitDays + days, MOST_DAYS);
  }

  /**
   * Physical percent complete that was known on a day: by the last report up to it; before the
   * first report as scheduled, or as first reported where no dates are planned. Nothing that is
   * reported later changes it.
   */
  public double percentAt(LocalDate date) {
    if (completed && (completedOn == null || !completedOn.isAfter(date))) {
      return 100;
    }
    ProgressPoint known = null;
    for (ProgressPoint point : progress) {
      if (!point.date().isAfter(date)) {
        known = point;
      }
    }
    return known != null ? known.percent() : beforeReports(date);
  }

  private double beforeReports(LocalDate date) {
    if (schedule != null) {
      return schedule.percentOn(date);
    }
    return progress.isEmpty() ? 0 : progress.getFirst().percent();
  }

  /** Percent complete today, never less than what an earlier figure is taken to hold. */
  double percentNow(LocalDate figure) {
    double before = percentAt(figure);
    return progress.isEmpty() && !completed ? before : Math.max(before, percentAt(asOf));
  }

  /**
   * Percent complete some days from now if the project is to finish after so many: from the percent
   * of today the schedule's own curve, stretched to that finish; else a straight line.
   */
  double percentAfter(double now, double days, double finish) {
    double passed = Math.min(1, days / Math.max(1, finish));
    if (passed >= 1 || schedule == null) {
      return now + (100 - now) * passed;
    }
    double earned = schedule.earned(now, 0);
    double there = schedule.percentAfter(earned + (schedule.length() - earned) * passed);
    return Math.max(now, there);
  }

  LocalDate asOf() {
    return asOf;
  }
}
