package io.waymark.judging;

import io.waymark.judging.Completion.Pace;
import io.waymark.judging.ProjectForecast.ProgressPoint;
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
  private static final double SIGMA_WITHOUT_DATES = 0.70;

  /**
   * How much of the planned way counts as evidence of normal pace before any was earned. Assumed:
   * the data report no percent.
   */
  static final double PACE_PRIOR = 0.25;

  /** Assumed further stop of a project that is suspended at the as-of date. */
  private static final double OPEN_STOP_DAYS = 90;

  private static final double LEAST_DAYS = 30;

  /** Later than that many planned durations after the start makes the pace no worse. */
  private static final double MOST_ELAPSED = 2;

  private final ProjectQuestion question;
  private final ProjectState state;
  private final Slippage others;

  CompletionModel(ProjectQuestion question, ProjectState state, Slippage others) {
    this.question = question;
    this.state = state;
    this.others = others;
  }

  CompletionModel(ProjectQuestion question, ProjectState state) {
    this(question, state, Slippage.CAPITAL_PROJECTS);
  }

  static ProjectForecast forecast(ProjectQuestion question) {
    ProjectState state = ProjectState.of(question);
    CompletionModel model = new CompletionModel(question, state);
    return model.forecast(model.completion());
  }

  ProjectForecast forecast(Completion completion) {
    return new ProjectForecast(
        question.asOf(),
        state.completed(),
        state.completedOn(),
        completion,
        state.line(),
        progress(),
        state.reports().stream().map(ProgressReport::id).toList(),
        state.reports().stream().anyMatch(ProgressReport::simulated));
  }

  Completion completion() {
    if (state.completed()) {
      return Completion.DONE;
    }
    double stop = state.suspendedNow() ? OPEN_STOP_DAYS : 0;
    LocalDate finish = state.expectedFinish();
    if (finish == null) {
      return Completion.undated(stop, withoutDates(state.phase()), SIGMA_WITHOUT_DATES);
    }
    double before = before();
    double left = Math.max(LEAST_DAYS, ChronoUnit.DAYS.between(question.asOf(), finish) - before);
    double base = left + others.planShare() * state.durationDays();
    double slip = slip();
    double declared = before + left + slip * base;
    Pace pace = pace(before);
    double median = pace == null ? declared : Math.sqrt(declared * pace.days());
    return new Completion(
        stop, before, left, base, slip, declared, pace, median, spread(before, left, base));
  }

  /** Leaves progress and phase out, so that neither moves a quantile but by the median. */
  private double spread(double before, double left, double base) {
    return others.spread() * base / (before + left + others.slip() * base);
  }

  /** Days until works begin. */
  private double before() {
    LocalDate start = start();
    return start == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(question.asOf(), start));
  }

  private @Nullable LocalDate start() {
    return state.line() == null ? question.plannedStart() : state.line().start();
  }

  /**
   * The reference class's slip, moved a little by the project's own record: days by which its
   * declared finish moved, over the working days in which it did.
   */
  private double slip() {
    double usual = state.underWay() ? others.slipUnderWay() : others.slip();
    double belief = others.recordWeight() * state.durationDays();
    double moved = usual * belief + state.moves().movedDays();
    return Math.clamp(moved / (belief + state.moves().overDays()), 0, 1);
  }

  /** The rest of the way at the pace earned so far. */
  private @Nullable Pace pace(double before) {
    Double percent = state.percent();
    LocalDate reported = state.percentDate();
    if (percent == null || reported == null) {
      return null;
    }
    double duration = state.durationDays();
    double spent = spent(reported);
    ScheduleLine line = state.line();
    double earned = line == null ? duration * percent / 100 : line.earned(percent, spent);
    double counted = Math.min(MOST_ELAPSED * duration, spent);
    double pace = (counted + PACE_PRIOR * duration) / (earned + PACE_PRIOR * duration);
    double since = ProjectState.workingDays(question, reported, question.asOf());
    double rest = Math.max(LEAST_DAYS, (duration - earned) * pace - since);
    return new Pace(earned, counted, since, percent == 0 ? before + rest : rest);
  }

  private double spent(LocalDate reported) {
    LocalDate start = start();
    return start == null ? 0 : ProjectState.workingDays(question, start, reported);
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

  private List<ProgressPoint> progress() {
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
