package io.waymark.registry.app;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PLAN;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.TRANSPORT;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.bureau;
import static io.waymark.registry.Samples.definition;
import static io.waymark.registry.Samples.project;
import static io.waymark.registry.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.Samples;
import io.waymark.registry.domain.CommandKey;
import io.waymark.registry.domain.ImportCounts;
import io.waymark.registry.domain.Phase;
import io.waymark.registry.domain.PhaseHistory;
import io.waymark.registry.domain.ProgressReport;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.RecordedEvent;
import io.waymark.registry.domain.Reply;
import io.waymark.registry.domain.ReportDraft;
import io.waymark.registry.domain.ScheduleHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every store of the registry keeps, seen through the commands that stand on it. */
public abstract class RegistryStoreContract extends ProjectSearchContract {
  @Test
  void aProjectIsFoundAgainAsItWasRegistered() {
    assertThat(store().project(PUMP))
        .contains(new ProjectState(definition(PUMP, "water"), 1, List.of(), List.of()));
    assertThat(store().project(new ProjectKey(PLAN, "nowhere"))).isEmpty();
  }

  @Test
  void theSameImportAgainWritesNothing() {
    assertThat(importProjects(project(PUMP, "water"), project(METRO, "transport")))
        .isEqualTo(new ImportCounts(0, 0, 2));
    assertThat(importProjects(project(PUMP, "transport"), project(METRO, "transport")))
        .isEqualTo(new ImportCounts(0, 1, 1));
    assertThat(state(PUMP).version()).isEqualTo(2);
    assertThat(imports().importBureaus(List.of(bureau("water"), bureau("parks")), OFFICE))
        .isEqualTo(new ImportCounts(1, 0, 1));
    assertThat(store().bureaus())
        .extracting("bureauId")
        .containsExactly("parks", "transport", "water");
  }

  @Test
  void anImportWithOneFaultWritesNothing() {
    ProjectKey good = new ProjectKey(PLAN, "good");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> importProjects(project(good, "water"), project(METRO, "nobody")));
    assertThat(store().project(good)).isEmpty();
  }

  @Test
  void aTransactionThatFailsLeavesNoTrace() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            store()
                .transact(tx -> {
                  tx.remember(
                      List.of(
                          new StoredReply(
                              new CommandKey("water", "k"),
                              "00".repeat(32),
                              new Reply("r", 1, clock.instant()))));
                  throw new IllegalStateException("broken");
                }));
    assertThat(accepted(one(WATER, report(PUMP, "k", "2027-05-31", 1))).replayed()).isFalse();
  }

  @Test
  void reportsAreListedNewestDayFirstWithTheSupersededOnesAsKnownThen() {
    Reply first = accepted(one(WATER, report(PUMP, "k1", "2027-03-31", 10))).reply();
    clock.advance(Duration.ofDays(1));
    accepted(one(WATER, report(PUMP, "k2", "2027-05-31", 30)));
    Instant between = clock.instant();
    clock.advance(Duration.ofDays(1));
    accepted(one(WATER, correction("k3", first.reportId(), "2027-03-31", 12)));

    assertThat(percents(EVER)).containsExactly(30.0, 12.0, 10.0);
    assertThat(percents(between)).containsExactly(30.0, 10.0);
    assertThat(percents(first.recordedAt())).containsExactly(10.0);
    assertThat(percents(first.recordedAt().minusMillis(1))).isEmpty();
    assertThat(state(PUMP).reports())
        .extracting(ProgressReport::correctsReportId)
        .containsExactly(first.reportId(), "");
  }

  @Test
  void theSameRequestGetsItsFirstReplyForEver() {
    Outcome.Accepted first = accepted(one(WATER, report(PUMP, "k", "2027-05-31", 30)));
    clock.advance(Duration.ofDays(400));
    Outcome.Accepted again = accepted(one(WATER, report(PUMP, "k", "2027-05-31", 30)));
    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.reply()).isEqualTo(first.reply());
    assertThat(state(PUMP).version()).isEqualTo(2);
  }

  @Test
  void aKeyThatComesBackWithAnotherBodyIsAConflict() {
    accepted(one(WATER, report(PUMP, "k", "2027-05-31", 30)));
    Failure failure = refused(one(WATER, report(PUMP, "k", "2027-05-31", 31)));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.CONFLICT);
    assertThat(failure.reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(failure.text())
        .isEqualTo(
            "idempotency_key: k (expected: the request that bureau water sent with it before, or a"
                + " new key)");
    assertThat(state(PUMP).version()).isEqualTo(2);
  }

  @Test
  void aRefusedRequestDoesNotUseItsKeyUp() {
    refused(one(WATER, report(PUMP, "k", "2027-05-31", 130)));
    accepted(one(WATER, report(PUMP, "k", "2027-05-31", 13)));
  }

  @Test
  void twoBureausMayUseTheSameKey() {
    accepted(one(WATER, report(PUMP, "k", "2027-05-31", 30)));
    accepted(one(TRANSPORT, report(METRO, "k", "2027-04-30", 40)));
  }

  @Test
  void aBadItemDoesNotSinkTheOthersOfItsBatch() {
    List<Outcome> outcomes =
        handler()
            .handle(
                List.of(
                    submission(WATER, report(PUMP, "k1", "2027-05-31", 30)),
                    submission(WATER, report(PUMP, "k2", "2027-05-31", 130)),
                    submission(WATER, report(METRO, "k3", "2027-05-31", 30)),
                    submission(WATER, report(PUMP, "k1", "2027-05-31", 30)),
                    submission(WATER, report(PUMP, "k1", "2027-05-31", 31)),
                    submission(WATER, report(PUMP, "k4", "2027-06-30", 33))));
    assertThat(accepted(outcomes.get(0)).reply().version()).isEqualTo(2);
    assertThat(refused(outcomes.get(1)).reason()).isEqualTo("INVALID");
    assertThat(refused(outcomes.get(2)).reason()).isEqualTo("PROJECT_NOT_YOURS");
    assertThat(accepted(outcomes.get(3)).replayed()).isTrue();
    assertThat(refused(outcomes.get(4)).reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(accepted(outcomes.get(5)).reply().version()).isEqualTo(3);
    assertThat(state(PUMP).reports()).hasSize(2);
  }

  @Test
  void stopsAreKept() {
    accepted(one(OFFICE, new ProjectCommand.Suspend(PUMP, "s", "2027-02-01", "征地", "12号")));
    accepted(one(OFFICE, new ProjectCommand.Resume(PUMP, "r", "2027-04-01", "31号")));
    assertThat(state(PUMP).suspensions()).hasSize(1);
    assertThat(state(PUMP).suspensions().getFirst().until()).isPresent();
  }

  @Test
  void concurrentReportsOfOneProjectTakeVersionsWithoutGaps() throws Exception {
    List<Callable<Outcome>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String key = "k" + i;
      calls.add(() -> one(WATER, report(PUMP, key, "2027-05-31", 30)));
    }
    assertThat(together(calls))
        .extracting(outcome -> accepted(outcome).reply().version())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(2, 101).boxed().toList());
    assertThat(state(PUMP).version()).isEqualTo(101);
  }

  @Test
  void ofConcurrentRequestsWithOneKeyOneIsRecorded() throws Exception {
    importProjects(project(METRO, "water"));
    List<Callable<Outcome>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ProjectKey project = i % 2 == 0 ? PUMP : METRO;
      calls.add(() -> one(WATER, report(project, "k", "2027-05-31", 30)));
    }
    List<Outcome> outcomes = together(calls);
    assertThat(outcomes)
        .filteredOn(o -> o instanceof Outcome.Accepted a && !a.replayed())
        .hasSize(1);
    assertThat(outcomes)
        .filteredOn(o -> o instanceof Outcome.Accepted a && a.replayed())
        .hasSize(9);
    assertThat(store().counts().reports()).isEqualTo(1);
  }

  @Test
  void movesAndSchedulesAreKeptWithTheirHistoryAsKnownThen() {
    Reply first = accepted(one(OFFICE, move("m1", PUMP, "STARTED", "2027-05-01"))).reply();
    clock.advance(Duration.ofDays(1));
    accepted(one(OFFICE, move("m2", PUMP, "BUILDING", "2027-06-01")));
    accepted(one(OFFICE, Samples.revision("r", "2029-06-30", "2027-07-01")));

    assertThat(state(PUMP).phase()).isEqualTo(Phase.BUILDING);
    assertThat(state(PUMP).scheduleOn(LocalDate.of(2027, 7, 1)).finish())
        .contains(LocalDate.of(2029, 6, 30));
    List<RecordedEvent> then = store().history(PUMP, first.recordedAt());
    assertThat(PhaseHistory.of(then).steps())
        .singleElement()
        .satisfies(step -> assertThat(step.moveId()).isEqualTo(first.reportId()));
    List<RecordedEvent> now = store().history(PUMP, EVER);
    assertThat(now).extracting(RecordedEvent::version).containsExactly(1L, 2L, 3L, 4L);
    assertThat(now.getLast().actor()).isEqualTo(OFFICE.actor());
    assertThat(ScheduleHistory.of(PUMP, now).versions()).hasSize(2);
    assertThat(store().history(new ProjectKey(PLAN, "nowhere"), EVER)).isEmpty();
  }

  private static ProjectCommand.Report correction(
      String key, String reportId, String asOf, double percent) {
    return report(
        PUMP, key, new ReportDraft(asOf, OptionalDouble.of(percent), "", "", "", "", reportId, ""));
  }

  private static List<Outcome> together(List<Callable<Outcome>> calls)
      throws InterruptedException, ExecutionException {
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Outcome> outcome : threads.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
    }
    return outcomes;
  }

  private List<Double> percents(Instant knownAt) {
    return store().reports(PUMP, knownAt).stream()
        .map(report -> report.percentComplete().orElse(-1))
        .toList();
  }
}
