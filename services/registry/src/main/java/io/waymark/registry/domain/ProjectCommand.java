package io.waymark.registry.domain;

import java.util.List;

/** What a caller may ask of a project. */
public sealed interface ProjectCommand {
  /** The project that is meant. */
  ProjectKey project();

  /** Registers the project or revises it; the definition has been checked. */
  record Define(ProjectDefinition definition) implements ProjectCommand {
    @Override
    public ProjectKey project() {
      return definition.key();
    }
  }

  /** A command that is carried out once for each idempotency key of a bureau. */
  sealed interface Keyed extends ProjectCommand {
    /** The caller's key. */
    String idempotencyKey();
  }

  /** Reports progress or corrects a report. */
  record Report(ProjectKey project, String idempotencyKey, ReportDraft draft) implements Keyed {}

  /** Stops the clock by an approval. */
  record Suspend(
      ProjectKey project,
      String idempotencyKey,
      String from,
      String reason,
      String approval,
      String until,
      String plannedUntil)
      implements Keyed {
    /** A stop of which nobody knows how long it lasts. */
    public Suspend(
        ProjectKey project, String idempotencyKey, String from, String reason, String approval) {
      this(project, idempotencyKey, from, reason, approval, "", "");
    }
  }

  /** Starts the clock of a suspended project again. */
  record Resume(ProjectKey project, String idempotencyKey, String from, String approval)
      implements Keyed {}

  /** Moves the project to another phase. */
  record MovePhase(
      ProjectKey project,
      String idempotencyKey,
      String phase,
      String date,
      String reason,
      String approval,
      String correctsMoveId)
      implements Keyed {}

  /** Gives the project another schedule by an approved document. */
  record ReviseSchedule(
      ProjectKey project,
      String idempotencyKey,
      String plannedStart,
      String plannedFinish,
      List<SchedulePointDraft> points,
      String document,
      String approver,
      String reason,
      String effective)
      implements Keyed {
    public ReviseSchedule {
      points = List.copyOf(points);
    }
  }
}
