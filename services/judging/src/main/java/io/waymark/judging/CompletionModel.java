package io.waymark.judging;

import io.waymark.judging.ProjectForecast.ProgressPoint;
import io.waymark.judging.ProjectForecast.Remaining;
import io.waymark.judging.ProjectForecast.Schedule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When will a project be finished? Half of the answer is the finish that is declared (or planned),
 * slipped by what real projects slipped; half is the pace earned so far. See docs/judging.md.
 */
final class CompletionModel {
  /**
   * Reference class: declared completion slips on by a median of 0.33, 0.41 and 0.50 x the
   * remaining time when 30, 50 and 70 % of the planned duration has passed. Measured on 211
   * projects over 25 million USD; source: NYC Open Data, 'Capital Projects', report dates
   * 2013-2019.
   */
  private static final double[][] SLIP = {{0.30, 0.33}, {0.50, 0.41}, {0.70, 0.50}};

  /**
   * Spread of the logarithm of the remaining time, same source: (p90 - p10) / 2.56 lies between
   * 0.25 and 0.6.
   */
  private static final double SIGMA = 0.40;

  private static final double SIGMA_WITHOUT_PERCENT = 0.50;
  private static final double SIGMA_WITHOUT_DATES = 0.80;

  /** How much of the planned way counts as evidence of normal pace before any was earned. */
  private static final double PACE_PRIOR = 0.25;

  /** Assumed further stop of a project that is suspended at the as-of date. */
  private static final double OPEN_STOP_DAYS = 90;

  private static final double LEAST_DAYS = 30;
  private static final double LEAST_SHARE = 0.10;

  private CompletionModel() {}

  static ProjectForecast forecast(ProjectQuestion question) {
    ProjectState state = ProjectState.of(question);
    Remaining remaining = state.completed() ? Remaining.NONE : remaining(question, state);
    return new ProjectForecast(
        question.asOf(),
        state.completed(),
        state.completedOn(),
        remaining,
        schedule(question, state),
        progress(state),
        state.reports().stream().map(ProgressReport::id).toList(),
        state.reports().stream().anyMatch(ProgressReport::simulated));
  }

  /** Share of the remaining time by which a declared finish slips on. */
  static double slip(double elapsedShare) {
    if (elapsedShare <= SLIP[0][0]) {
      return SLIP[0][1];
    }
    for (int i = 1; i < SLIP.length; i++) {
      if (elapsedShare <= SLIP[i][0]) {
        double share = (elapsedShare - SLIP[i - 1][0]) / (SLIP[i][0] - SLIP[i - 1][0]);
        return SLIP[i - 1][1] + (SLIP[i][1] - SLIP[i - 1][1]) * share;
      }
    }
    return SLIP[SLIP.length - 1][1];
  }

  private static Remaining remaining(ProjectQuestion question, ProjectState state) {
    double wait = state.suspendedNow() ? OPEN_STOP_DAYS : 0;
    LocalDate finish = state.expectedFinish();
    if (finish == null) {
      return new Remaining(wait, withoutDates(state.phase()), SIGMA_WITHOUT_DATES);
    }
    Double percent = state.percent();
    double duration = state.durationDays();
    double left = percent == null ? 0.5 : 1 - percent / 100;
    double floor = Math.max(LEAST_DAYS, LEAST_SHARE * left * duration);
    double declared = slipped(question, state, finish, floor);
    if (percent == null) {
      return new Remaining(wait, declared, SIGMA_WITHOUT_PERCENT);
    }
    double stretch = (state.elapsedShare() + PACE_PRIOR) / (percent / 100 + PACE_PRIOR);
    double earned = Math.max(floor, left * duration * stretch);
    return new Remaining(wait, Math.sqrt(declared * earned), SIGMA);
  }

  /** Days until the declared finish, slipped; the time before works begin does not slip. */
  private static double slipped(
      ProjectQuestion question, ProjectState state, LocalDate finish, double floor) {
    LocalDate start = question.plannedStart();
    double before =
        start == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(question.asOf(), start));
    double works = Math.max(floor, ChronoUnit.DAYS.between(question.asOf(), finish) - before);
    return before + works * (1 + slip(state.elapsedShare()));
  }

  /** Median days to completion where nobody states a date: assumed by phase. */
  private static double withoutDates(Phase phase) {
    return switch (phase) {
      case RESERVE -> 2192;
      case PREPARATION -> 1826;
      case STARTED -> 1461;
      case BUILDING, COMPLETED, OPERATING -> 1096;
    };
  }

  private static @Nullable Schedule schedule(ProjectQuestion question, ProjectState state) {
    LocalDate start = question.plannedStart();
    return start == null || question.plannedFinish() == null
        ? null
        : new Schedule(start, state.durationDays());
  }

  private static List<ProgressPoint> progress(ProjectState state) {
    List<ProgressPoint> points = new ArrayList<>();
    for (ProgressReport report : state.reports()) {
      Double percent = report.percent();
      if (percent != null) {
        points.add(new ProgressPoint(report.asOf(), percent));
      }
    }
    return points;
  }
}
