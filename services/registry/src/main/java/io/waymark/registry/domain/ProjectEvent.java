package io.waymark.registry.domain;

import java.time.LocalDate;

/** What can happen to a project. */
public sealed interface ProjectEvent {
  /** First registration. */
  record Registered(ProjectDefinition definition) implements ProjectEvent {}

  /** The registered definition changed. */
  record Revised(ProjectDefinition definition) implements ProjectEvent {}

  /** Progress was reported or, if the report corrects another, restated. */
  record Reported(ProgressReport report) implements ProjectEvent {}

  /** The clock was stopped. */
  record Suspended(Suspension suspension) implements ProjectEvent {}

  /**
   * The clock runs again.
   *
   * @param from first day on which it runs
   * @param approval number of the document that ended the stop
   */
  record Resumed(LocalDate from, String approval) implements ProjectEvent {}

  /** The project was moved to another phase by command. */
  record Moved(PhaseMove move) implements ProjectEvent {}

  /** An approved document gave the project another schedule. */
  record Rescheduled(ScheduleVersion version) implements ProjectEvent {}
}
