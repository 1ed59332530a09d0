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
import static org.awaitility.Awaitility.await;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.testkit.MutableClock;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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
    counted(
        "accepted",
        "replayed",
        "refused IDEMPOTENCY_KEY_REUSED",
        "refused INVALID",
        "refused PROJECT_NOT_YOURS");
  }

  @Test
  void aCommandThatIsCancelledWhileItWaitsIsTakenOutAndTheOthersAreCarriedOut() {
    CountDownLatch released = new CountDownLatch(1);
    store.holdUntil(released);
    var _ = queue.submit(water(report(PUMP, "running", "2027-05-31", 30)));
    await().until(() -> queue.waiting() == 0); // the worker took it and waits for the database
    var cancelled = queue.submit(water(report(PUMP, "cancelled", "2027-05-31", 31)));
    var other = queue.submit(water(report(PUMP, "other", "2027-05-31", 32)));
    assertThat(cancelled.cancel(false)).isTrue();
    released.countDown();
    assertThat(other.join().orThrow().version()).isEqualTo(3);
    assertThat(percents()).containsExactly(30.0, 32.0);
    counted("abandoned", "accepted", "accepted");
  }

  @Test
  void aCommandWhoseCallerHasGivenUpIsNotStarted() {
    CountDownLatch released = new CountDownLatch(1);
    store.holdUntil(released);
    var _ = queue.submit(water(report(PUMP, "running", "2027-05-31", 30)));
    await().until(() -> queue.waiting() == 0);
    AtomicBoolean givenUp = new AtomicBoolean();
    var late = queue.submit(water(report(PUMP, "late", "2027-05-31", 31)), givenUp::get);
    givenUp.set(true);
    released.countDown();
    assertThatExceptionOfType(CancellationException.class).isThrownBy(late::join);
    assertThat(percents()).containsExactly(30.0);
  }

  @Test
  void aCommandThatHasBegunCannotBeTakenBack() {
    CountDownLatch released = new CountDownLatch(1);
    store.holdUntil(released);
    var running = queue.submit(water(report(PUMP, "running", "2027-05-31", 30)));
    await().until(() -> queue.waiting() == 0);
    assertThat(running.cancel(false)).isFalse();
    released.countDown();
    assertThat(running.join().orThrow().version()).isEqualTo(2);
  }

  @Test
  void aStoreThatIsAwayFailsWhatWaitsAndServesWhatComesAfterItsReturn() {
    store.failWith(new IllegalStateException(new SQLTransientConnectionException("away")));
    CompletableFuture<Outcome> lost = queue.submit(water(report(PUMP, "k", "2027-05-31", 30)));
    assertThatExceptionOfType(CompletionException.class).isThrownBy(lost::join);
    store.failWith(null);
    assertThat(queue.submit(water(report(PUMP, "k", "2027-05-31", 30))).join().orThrow().version())
        .isEqualTo(2);
    counted("failed", "accepted");
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

  private List<Double> percents() {
    return store.reports(PUMP, Instant.MAX).reversed().stream()
        .map(report -> report.percentComplete().orElseThrow())
        .toList();
  }

  /** A report is counted just before or just after its caller hears of it. */
  private void counted(String... outcomes) {
    await().untilAsserted(() -> assertThat(metrics.seen()).containsExactly(outcomes));
  }

  private static Submission water(ProjectCommand.Keyed command) {
    return new Submission(command, WATER, "");
  }
}
