package io.waymark.registry.app;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PLAN;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.bureau;
import static io.waymark.registry.Samples.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.domain.ImportCounts;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectDraft;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.Requester;
import io.waymark.testkit.MutableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A store with two bureaus and a project each, and the commands that stand on it. */
abstract class RegistryStoreFixture {
  protected static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  /** Clock of the commands; a test moves it. */
  protected final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");

  /** An empty store, the same during one test. */
  protected abstract RegistryStore store();

  /** Two bureaus with a project each. */
  @BeforeEach
  protected void importSamples() {
    imports().importBureaus(List.of(bureau("water"), bureau("transport")), OFFICE);
    importProjects(project(PUMP, "water"), project(METRO, "transport"));
  }

  protected static ProjectCommand.MovePhase move(
      String key, ProjectKey project, String phase, String date) {
    return new ProjectCommand.MovePhase(project, key, phase, date, "", "", "");
  }

  protected final List<String> found(ProjectFilter filter) {
    return ids(new ProjectQuery(PLAN, filter, "", 50));
  }

  protected final ImportHandler imports() {
    return new ImportHandler(store(), clock);
  }

  protected final CommandHandler handler() {
    return new CommandHandler(store(), clock);
  }

  protected final ImportCounts importProjects(ProjectDraft... drafts) {
    return imports().importProjects(List.of(drafts), OFFICE, "");
  }

  /** Carries one command out. */
  protected final Outcome one(Requester caller, ProjectCommand.Keyed command) {
    return handler().handle(List.of(submission(caller, command))).getFirst();
  }

  protected static Submission submission(Requester caller, ProjectCommand.Keyed command) {
    return new Submission(command, caller, "");
  }

  protected final ProjectState state(ProjectKey key) {
    return store().project(key).orElseThrow();
  }

  protected final List<String> ids(ProjectQuery query) {
    return store().projects(query).stream().map(s -> s.definition().key().projectId()).toList();
  }

  protected static Outcome.Accepted accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return (Outcome.Accepted) outcome;
  }

  protected static Failure refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).failure();
  }
}
