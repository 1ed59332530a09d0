package io.waymark.judging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How does a project stand, and when will it be finished?
 *
 * @param plannedStart the first planned day of works; null if not set
 * @param plannedFinish the planned day of completion; null if not set: then there is no schedule to
 *     judge by
 * @param phase the phase at registration; reports move it on
 * @param reports the reports in force, in any order; those after the as-of date are ignored
 * @param suspensions all approved stops of the clock
 * @param frequency how often it reports
 * @param category the field, such as "rail"
 * @param datesAssumed the planned dates are assumed rather than published
 * @param rulebook the rulebook in force
 * @param asOf the date that the judgement speaks of
 * @param schedule its own schedule, dates and percents rising; empty: a straight line
 */
public record ProjectQuestion(
    @Nullable LocalDate plannedStart,
    @Nullable LocalDate plannedFinish,
    Phase phase,
    List<ProgressReport> reports,
    List<Suspension> suspensions,
    Frequency frequency,
    String category,
    boolean datesAssumed,
    Rulebook rulebook,
    LocalDate asOf,
    List<SchedulePoint> schedule) {
  public ProjectQuestion {
    reports = List.copyOf(reports);
    suspensions = List.copyOf(suspensions);
    schedule = List.copyOf(schedule);
  }

  /** Of a project without a schedule of its own. */
  public ProjectQuestion(
      @Nullable LocalDate plannedStart,
      @Nullable LocalDate plannedFinish,
      Phase phase,
      List<ProgressReport> reports,
      List<Suspension> suspensions,
      Frequency frequency,
      String category,
      boolean datesAssumed,
      Rulebook rulebook,
      LocalDate asOf) {
    this(
        plannedStart,
        plannedFinish,
        phase,
        reports,
        suspensions,
        frequency,
        category,
        datesAssumed,
        rulebook,
        asOf,
        List.of());
  }
}
