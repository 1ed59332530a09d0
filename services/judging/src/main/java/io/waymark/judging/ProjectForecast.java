package io.waymark.judging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a project will be finished, and how far it was on each day. The remaining time is
 * log-normal: its median and spread come from {@link CompletionModel}. Made by {@link
 * Judge#forecast} and {@link Judge#project} only.
 */
public final class ProjectForecast {
  private final LocalDate asOf;
  private final boolean completed;
  private final @Nullable LocalDate completedOn;
  private final double waitDays;
  private final double medianDays;
  private final double sigma;
  private final List<ProgressPoint> progress;
  private final List<String> inputIds;
  private final boolean simulated;

  /** One known percent complete. */
  record ProgressPoint(LocalDate date, double percent) {}

  ProjectForecast(
      LocalDate asOf,
      boolean completed,
      @Nullable LocalDate completedOn,
      Remaining remaining,
      List<ProgressPoint> progress,
      List<String> inputIds,
      boolean simulated) {
    this.asOf = asOf;
    this.completed = completed;
    this.completedOn = completedOn;
    this.waitDays = remaining.waitDays();
    this.medianDays = remaining.medianDays();
    this.sigma = remaining.sigma();
    this.progress = List.copyOf(progress);
    this.inputIds = List.copyOf(inputIds);
    this.simulated = simulated;
  }

  /** Remaining time: a wait in which the clock stands, then a log-normal number of days. */
  record Remaining(double waitDays, double medianDays, double sigma) {
    static final Remaining NONE = new Remaining(0, 0, 0);
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
    if (completed) {
      return completedOn == null || !completedOn.isAfter(date) ? 1 : 0;
    }
    double days = ChronoUnit.DAYS.between(asOf, date) - waitDays;
    return days <= 0 ? 0 : Normal.cdf(StrictMath.log(days / medianDays) / sigma);
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
    double days = medianDays * StrictMath.exp(sigma * Normal.quantile(probability));
    return Math.min(waitDays + days, 200_000);
  }

  /**
   * Physical percent complete on a day: between reports on a line, after the last one as last
   * reported.
   */
  public double percentAt(LocalDate date) {
    if (completed && (completedOn == null || !completedOn.isAfter(date))) {
      return 100;
    }
    double percent = progress.isEmpty() ? 0 : progress.getFirst().percent();
    LocalDate from = progress.isEmpty() ? date : progress.getFirst().date();
    for (ProgressPoint point : progress) {
      if (point.date().isAfter(date)) {
        double span = ChronoUnit.DAYS.between(from, point.date());
        double share = span <= 0 ? 0 : Math.max(0, ChronoUnit.DAYS.between(from, date) / span);
        return percent + (point.percent() - percent) * share;
      }
      percent = point.percent();
      from = point.date();
    }
    return percent;
  }

  LocalDate asOf() {
    return asOf;
  }
}
