package io.waymark.registry.domain;

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
      ProjectKey project, String idempotencyKey, String from, String reason, String approval)
      implements Keyed {}

  /** Starts the clock of a suspended project again. */
  record Resume(ProjectKey project, String idempotencyKey, String from, String approval)
      implements Keyed {}
}
