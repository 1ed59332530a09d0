package io.waymark.registry.domain;

import io.waymark.chassis.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on commands about one project, and the one way that its state changes. */
public final class Projects {
  private Projects() {}

  /**
   * Decides on one command.
   *
   * @param state the project now; null if it does not exist
   * @throws Failure if the command is refused; then nothing happened
   */
  public static Decision decide(
      @Nullable ProjectState state, ProjectCommand command, Requester caller, Now now) {
    return switch (command) {
      case ProjectCommand.Define define -> define(state, define, caller, now);
      case ProjectCommand.Report report -> report(state, report, caller, now);
      case ProjectCommand.Suspend suspend -> {
        ProjectState project = forPlanOffice(state, suspend, caller);
        Suspension suspension = SuspensionRules.suspend(project, suspend);
        yield one(project, new ProjectEvent.Suspended(suspension), "", now);
      }
      case ProjectCommand.Resume resume -> {
        ProjectState project = forPlanOffice(state, resume, caller);
        yield one(project, SuspensionRules.resume(project, resume), "", now);
      }
    };
  }

  /** The state after an event; live and in a rebuild. */
  public static ProjectState evolve(@Nullable ProjectState state, ProjectEvent event) {
    return switch (event) {
      case ProjectEvent.Registered(var definition) ->
          new ProjectState(definition, 1, List.of(), List.of());
      case ProjectEvent.Revised(var definition) -> {
        ProjectState before = existing(state, event);
        yield new ProjectState(
            definition, before.version() + 1, before.reports(), before.suspensions());
      }
      case ProjectEvent.Reported(var report) -> {
        ProjectState before = existing(state, event);
        yield new ProjectState(
            before.definition(),
            before.version() + 1,
            withReport(before.reports(), report),
            before.suspensions());
      }
      case ProjectEvent.Suspended(var suspension) -> {
        ProjectState before = existing(state, event);
        List<Suspension> all = new ArrayList<>(before.suspensions());
        all.add(suspension);
        yield new ProjectState(before.definition(), before.version() + 1, before.reports(), all);
      }
      case ProjectEvent.Resumed resumed -> {
        ProjectState before = existing(state, event);
        yield new ProjectState(
            before.definition(),
            before.version() + 1,
            before.reports(),
            ended(before.suspensions(), resumed));
      }
    };
  }

  private static Decision define(
      @Nullable ProjectState state, ProjectCommand.Define command, Requester caller, Now now) {
    requirePlanOffice(caller);
    if (state == null) {
      ProjectEvent event = new ProjectEvent.Registered(command.definition());
      return new Decision(List.of(event), new Reply("", 1, now.instant()));
    }
    if (state.definition().equals(command.definition())) {
      return new Decision(List.of(), new Reply("", state.version(), now.instant()));
    }
    return one(state, new ProjectEvent.Revised(command.definition()), "", now);
  }

  private static Decision report(
      @Nullable ProjectState state, ProjectCommand.Report command, Requester caller, Now now) {
    ProjectState project = forReporter(state, command, caller);
    String reportId = reportId(command.project(), project.version() + 1);
    ProgressReport report = ReportRules.check(project, command, reportId, caller.actor(), now);
    return one(project, new ProjectEvent.Reported(report), reportId, now);
  }

  private static Decision one(ProjectState state, ProjectEvent event, String reportId, Now now) {
    return new Decision(List.of(event), new Reply(reportId, state.version() + 1, now.instant()));
  }

  /**
   * Derived rather than drawn, so that a decision is pure; unique because a version is taken once.
   */
  private static String reportId(ProjectKey project, long version) {
    return project.planId() + "." + project.projectId() + "." + version;
  }

  /** Whether the project exists is told to the plan office only. */
  private static ProjectState forReporter(
      @Nullable ProjectState state, ProjectCommand.Report command, Requester caller) {
    if (state == null && caller.planOffice()) {
      throw Failure.notFound("project " + command.project());
    }
    boolean entitled = caller.reporter() || caller.planOffice();
    if (state == null || !entitled || !state.definition().belongsTo(caller.actor().bureauId())) {
      throw Failure.notYours(
          "PROJECT_NOT_YOURS",
          "project "
              + command.project()
              + " (expected: a project that bureau "
              + caller.actor().bureauId()
              + " leads or supports, reported by a reporter)");
    }
    return state;
  }

  private static ProjectState forPlanOffice(
      @Nullable ProjectState state, ProjectCommand command, Requester caller) {
    requirePlanOffice(caller);
    if (state == null) {
      throw Failure.notFound("project " + command.project());
    }
    return state;
  }

  /** Refuses whoever lacks the role that imports, suspends and resumes. */
  public static void requirePlanOffice(Requester caller) {
    if (!caller.planOffice()) {
      throw Failure.notYours(
          "ROLE_MISSING", "caller " + caller.actor().name() + " (expected: role plan_office)");
    }
  }

  /** Keeps the order by as-of date; of two with one date the later recorded one is the later. */
  private static List<ProgressReport> withReport(
      List<ProgressReport> inForce, ProgressReport report) {
    List<ProgressReport> reports = new ArrayList<>(inForce);
    if (!report.correctsReportId().isEmpty()) {
      reports.removeIf(old -> old.reportId().equals(report.correctsReportId()));
    }
    int at = reports.size();
    while (at > 0 && reports.get(at - 1).asOf().isAfter(report.asOf())) {
      at--;
    }
    reports.add(at, report);
    return reports;
  }

  private static List<Suspension> ended(
      List<Suspension> suspensions, ProjectEvent.Resumed resumed) {
    List<Suspension> all = new ArrayList<>(suspensions);
    Suspension last = all.removeLast();
    all.add(
        new Suspension(last.from(), Optional.of(resumed.from()), last.reason(), last.approval()));
    return all;
  }

  private static ProjectState existing(@Nullable ProjectState state, ProjectEvent event) {
    if (state == null) {
      throw new IllegalStateException(event + " (expected: after a registration)");
    }
    return state;
  }
}
