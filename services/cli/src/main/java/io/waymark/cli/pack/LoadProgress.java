package io.waymark.cli.pack;

/** Told how far a load has come. */
@FunctionalInterface
public interface LoadProgress {
  /** The parts of a load, in order. */
  enum Stage {
    /** Bureaus. */
    BUREAUS,
    /** Plan, indicators and targets. */
    PLAN,
    /** Projects and what they add. */
    PROJECTS,
    /** Published figures. */
    OBSERVATIONS
  }

  /** {@code done} of {@code total} items of a stage are acknowledged; 0 when it begins. */
  void at(Stage stage, int done, int total);
}
