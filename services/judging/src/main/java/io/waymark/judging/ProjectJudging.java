package io.waymark.judging;

import io.waymark.judging.Ruled.Settled;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a project. */
final class ProjectJudging {
  private final ProjectQuestion question;
  private final ProjectState state;
  private final Completion completion;
  private final ProjectForecast forecast;
  private final Trace trace = new Trace();
  private @Nullable Double scheduled;
  private @Nullable Double ratio;
  private @Nullable Double behind;
  private @Nullable Double onTime;
  private @Nullable UnknownReason reason;
  private @Nullable Settled ruled;
  private final Previous previous;

  private ProjectJudging(ProjectQuestion question, Previous previous) {
    this.question = question;
    this.previous = previous;
    this.state = ProjectState.of(question);
    CompletionModel model = new CompletionModel(question, state);
    this.completion = model.completion();
    this.forecast = model.forecast(completion);
  }

  static ProjectJudgement judge(ProjectQuestion question, Previous previous) {
    return new ProjectJudging(question, previous).judge();
  }

  private ProjectJudgement judge() {
    Light position = position();
    Light outlook = outlook(position);
    Lights lights = lights(position, outlook);
    trace.add("overall", Words.OVERALL, Words.lights(lights), lights.overall());
    return new ProjectJudgement(
        lights,
        figures(),
        forecast,
        trace.steps(),
        Pins.of(question.rulebook(), inputIds(), previous),
        forecast.simulated(),
        question.datesAssumed());
  }

  private List<String> inputIds() {
    List<String> ids = new ArrayList<>(forecast.inputIds());
    if (ruled != null) {
      ids.addAll(ruled.inputIds());
    }
    return ids;
  }

  private Lights lights(Light position, Light outlook) {
    Rulebook rulebook = question.rulebook();
    if (state.completed()) {
      return Lights.given(rulebook, position, outlook, Light.ON_TRACK, position);
    }
    if (state.suspendedNow()) {
      Light stopped = Light.SUSPENDED;
      return Lights.given(rulebook, stopped, stopped, stopped, stopped);
    }
    LocalDate last = state.reports().isEmpty() ? null : state.reports().getLast().asOf();
    Light freshness = Freshness.light(last, question.frequency(), rulebook, question.asOf(), trace);
    Text level = ruled == null ? null : ruled.name();
    return Lights.of(rulebook, position, level, outlook, freshness, reason);
  }

  private Light position() {
    LocalDate day = state.percentDate() == null ? question.asOf() : state.percentDate();
    scheduled = ProjectState.scheduledPercent(question, day);
    if (state.suspendedDays() > 0) {
      String days = String.valueOf(state.suspendedDays());
      trace.add("schedule", Words.SUSPENDED, days, Text.same(days));
    }
    if (state.completed()) {
      return completed();
    }
    ScheduleLine line = state.line();
    if (scheduled == null || line == null) {
      reason = state.reports().isEmpty() ? UnknownReason.NO_DATA_YET : UnknownReason.NO_SCHEDULE;
      return Light.UNKNOWN;
    }
    traceSchedule(line, day, scheduled);
    new Milestones(question.schedule(), line).trace(state, question.asOf(), trace);
    Double percent = state.percent();
    if (percent != null) {
      traceProgress(percent, scheduled);
    }
    ruled =
        PositionRuling.settle(
            question.rulebook(),
            ProjectStanding.of(question, state, scheduled),
            previous.position(),
            trace);
    if (ruled == null) {
      boolean begun = question.asOf().isAfter(line.start());
      reason = begun ? UnknownReason.NO_DATA_YET : UnknownReason.NOT_STARTED;
      return Light.UNKNOWN;
    }
    return ruled.light();
  }

  private Light completed() {
    LocalDate due = state.scheduledFinish();
    LocalDate on = state.completedOn();
    boolean early = due != null && on != null && on.isBefore(due);
    Light light = early ? Light.AHEAD : Light.ON_TRACK;
    trace.add("position", Words.POSITION, on == null ? "100 %" : "100 %, " + on, Words.COMPLETED);
    return light;
  }

  private void traceSchedule(ScheduleLine line, LocalDate day, double percent) {
    String shown = Numbers.fixed(percent, 1);
    double worked = Math.min(line.worked(day), line.length());
    trace.add(
        "schedule",
        Words.SCHEDULE,
        line.arithmetic(worked) + " = " + shown + " %",
        Text.same(shown + " % (" + day + ")"));
  }

  private void traceProgress(double percent, double due) {
    double points = due - percent;
    behind = points;
    trace.add(
        "position",
        Words.POINTS,
        Numbers.fixed(due, 1)
            + " − "
            + Numbers.fixed(percent, 1)
            + " = "
            + Numbers.fixed(points, 1),
        Text.same(Numbers.fixed(points, 1)));
    if (due < 100 * PathPosition.LEAST_DUE) {
      return;
    }
    double made = percent / due;
    ratio = made;
    String shown = Numbers.percent(made, 1) + " %";
    trace.add(
        "position",
        Words.RATIO,
        Numbers.fixed(percent, 1) + " / " + Numbers.fixed(due, 1) + " = " + shown,
        Text.same(shown));
  }

  private Light outlook(Light position) {
    LocalDate due = state.scheduledFinish();
    if (due != null) {
      onTime = forecast.chanceBy(due);
    }
    if (state.completed()) {
      return position;
    }
    traceFinish();
    if (due == null || !forecast.reported()) {
      return Light.UNKNOWN;
    }
    Rulebook rulebook = question.rulebook();
    long tolerance = (long) (rulebook.projectTolerance() * state.durationDays());
    double chance = forecast.chanceBy(due.plusDays(tolerance));
    return new OutlookRuling(rulebook, rulebook.project(), trace)
        .settle("P(≤ " + due + " + " + tolerance + "): ", chance, position, previous.outlook());
  }

  private void traceFinish() {
    new CompletionSteps(trace).add(completion, state);
    trace.add(
        "projection",
        Words.FINISH,
        "p10 "
            + forecast.quantile(0.1)
            + ", p50 "
            + forecast.quantile(0.5)
            + ", p90 "
            + forecast.quantile(0.9),
        Text.same(String.valueOf(forecast.quantile(0.5))));
  }

  private ProjectFigures figures() {
    LocalDate due = state.scheduledFinish();
    LocalDate median = forecast.quantile(0.5);
    return new ProjectFigures(
        state.completed() ? Double.valueOf(100) : state.percent(),
        state.percentDate(),
        scheduled,
        ratio,
        behind,
        question.plannedFinish(),
        state.declaredFinish(),
        forecast.quantile(0.1),
        median,
        forecast.quantile(0.9),
        onTime,
        due == null || median == null ? null : (int) ChronoUnit.DAYS.between(due, median));
  }
}
