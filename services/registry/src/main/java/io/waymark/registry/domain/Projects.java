package io.waymark.registry.domain;

import io.waymark.chassis.failure.Failure;
import io.waymark.refusals.Refused;
import java.util.List;
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
        yield one(project, SuspensionRules.resume(project, resume, now), "", now);
      }
      case ProjectCommand.MovePhase move -> {
        ProjectState project = forMover(state, move, caller);
        String id = RecordIds.next(project);
        PhaseMove moved = PhaseRules.move(project, move, id, caller, now);
        yield one(project, new ProjectEvent.Moved(moved), id, now);
      }
      case ProjectCommand.ReviseSchedule revise -> {
        ProjectState project = forPlanOffice(state, revise, caller);
        String id = RecordIds.next(project);
        ScheduleVersion version = RevisionRules.revise(project, revise, id, caller, now);
        yield one(project, new ProjectEvent.Rescheduled(version), id, now);
      }
    };
  }

  /** The state after an event; live and in a rebuild. */
  public static ProjectState evolve(@Nullable ProjectState state, ProjectEvent event) {
    return switch (event) {
      case ProjectEvent.Registered(var definition) ->
          new ProjectState(definition, 1, List.of(), List.of());
      case ProjectEvent.Revised(var definition) -> existing(state, event).defined(definition);
      case ProjectEvent.Reported(var report) -> existing(state, event).with(report);
      case ProjectEvent.Suspended(var stop) -> existing(state, event).with(stop);
      case ProjectEvent.Resumed resumed -> existing(state, event).resumed(resumed);
      case ProjectEvent.Moved(var move) -> existing(state, event).with(move);
      case ProjectEvent.Rescheduled(var version) -> existing(state, event).with(version);
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
    String reportId = RecordIds.next(project);
    ProgressReport report = ReportRules.check(project, command, reportId, caller, now);
    return one(project, new ProjectEvent.Reported(report), reportId, now);
  }

  private static Decision one(ProjectState state, ProjectEvent event, String reportId, Now now) {
    return new Decision(List.of(event), new Reply(reportId, state.version() + 1, now.instant()));
  }

  /** Whether the project exists is told to the plan office only. */
  private static ProjectState forReporter(
      @Nullable ProjectState state, ProjectCommand command, Requester caller) {
    if (state == null && caller.planOffice()) {
      throw Failure.notFound("project", command.project());
    }
    boolean entitled = caller.reporter() || caller.planOffice();
    if (state == null || !entitled || !state.definition().belongsTo(caller.actor().bureauId())) {
      throw Failure.notYours(
          Refused.PROJECT_NOT_YOURS.with(command.project(), caller.actor().bureauId()));
    }
    return state;
  }

  private static ProjectState forMover(
      @Nullable ProjectState state, ProjectCommand command, Requester caller) {
    return caller.planOffice()
        ? forPlanOffice(state, command, caller)
        : forReporter(state, command, caller);
  }

  private static ProjectState forPlanOffice(
      @Nullable ProjectState state, ProjectCommand command, Requester caller) {
    requirePlanOffice(caller);
    if (state == null) {
      throw Failure.notFound("project", command.project());
    }
    return state;
  }

  /** Refuses whoever lacks the role that imports, suspends and resumes. */
  public static void requirePlanOffice(Requester caller) {
    if (!caller.planOffice()) {
      throw Failure.notYours(Refused.ROLE_MISSING.with(caller.actor().name(), "plan_office"));
    }
  }

  private static ProjectState existing(@Nullable ProjectState state, ProjectEvent event) {
    if (state == null) {
      throw new IllegalStateException(event + " (expected: after a registration)");
    }
    return state;
  }
}
