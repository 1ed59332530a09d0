package io.waymark.registry.app;

import io.waymark.registry.domain.Bureau;
import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps what the registry knows. Facts are appended; states are pointers that are kept up to date
 * beside them. Texts that cannot be kept (with a NUL character) name nothing.
 */
public interface RegistryStore {
  /**
   * Runs {@code work} in one transaction: all of its writes are durable when this returns, or none
   * was made. A transaction that loses a race is run again from its start, so work must have no
   * other effects.
   */
  <R> R transact(Function<RegistryTransaction, R> work);

  /** One project as it is now. */
  Optional<ProjectState> project(ProjectKey key);

  /** Projects of a plan, ordered by id. */
  List<ProjectState> projects(ProjectQuery query);

  /**
   * All reports of a project that were recorded at or before an instant, superseded ones included,
   * newest as-of date first; of two with one date the later recorded one first.
   */
  List<ProgressReport> reports(ProjectKey key, Instant knownAt);

  /**
   * What happened to a project as far as it was recorded at or before an instant, oldest first;
   * empty if it was not registered then.
   */
  List<RecordedEvent> history(ProjectKey key, Instant knownAt);

  /** All bureaus, ordered by id. */
  List<Bureau> bureaus();

  /** How much there is; must be cheap however many reports there are. */
  RegistryCounts counts();
}
