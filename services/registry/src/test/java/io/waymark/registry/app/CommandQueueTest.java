package io.waymark.registry.app;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.bureau;
import static io.waymark.registry.Samples.project;
import static io.waymark.registry.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.testkit.MutableClock;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandQueueTest {
  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final InMemoryRegistryStore store = new InMemoryRegistryStore();
  private final RecordingMetrics metrics = new RecordingMetrics();
  private final CommandQueue queue = new CommandQueue(new CommandHandler(store, clock), metrics);

  @BeforeEach
  void importSamples() {
    ImportHandler imports = new ImportHandler(store, clock);
    imports.importBureaus(List.of(bureau("water"), bureau("transport")), OFFICE);
    imports.importProjects(
        List.of(project(PUMP, "water"), project(METRO, "transport")), OFFICE, "");
  }

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void commandsAreCarriedOutInTheOrderOfTheirSubmission() {
    List<CompletableFuture<Outcome>> outcomes =
        IntStream.range(0, 1000)
            .mapToObj(i -> queue.submit(water(report(PUMP, "k" + i, "2027-05-31", 30))))
            .toList();
    assertThat(outcomes)
        .extracting(outcome -> outcome.join().orThrow().version())
        .containsExactlyElementsOf(LongStream.rangeClosed(2, 1001).boxed().toList());
  }

  @Test
  void everyReportIsCountedOnceByWhatBecameOfIt() {
    queue.submit(water(report(PUMP, "k1", "2027-05-31", 30))).join();
    queue.submit(water(report(PUMP, "k1", "2027-05-31", 30))).join();
    queue.submit(water(report(PUMP, "k1", "2027-05-31", 31))).join();
    queue.submit(water(report(PUMP, "k2", "2027-05-31", 130))).join();
    queue.submit(water(report(METRO, "k3", "2027-05-31", 30))).join();
    assertThat(metrics.seen())
        .containsExactly(
            "accepted",
            "replayed",
            "refused IDEMPOTENCY_KEY_REUSED",
            "refused INVALID",
            "refused PROJECT_NOT_YOURS");
  }

  @Test
  void aStoreThatIsAwayFailsWhatWaitsAndServesWhatComesAfterItsReturn() {
    store.failWith(new IllegalStateException(new SQLTransientConnectionException("away")));
    CompletableFuture<Outcome> lost = queue.submit(water(report(PUMP, "k", "2027-05-31", 30)));
    assertThatExceptionOfType(CompletionException.class).isThrownBy(lost::join);
    store.failWith(null);
    assertThat(queue.submit(water(report(PUMP, "k", "2027-05-31", 30))).join().orThrow().version())
        .isEqualTo(2);
    assertThat(metrics.seen()).containsExactly("failed", "accepted");
  }

  @Test
  void aQueueThatWasClosedTellsToTryAgain() {
    queue.close();
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> queue.submit(water(report(PUMP, "k", "2027-05-31", 30))).join())
        .havingCause()
        .isInstanceOf(Failure.class)
        .withMessage("the registry is stopping; try again");
  }

  private static Submission water(ProjectCommand.Keyed command) {
    return new Submission(command, WATER, "");
  }
}
