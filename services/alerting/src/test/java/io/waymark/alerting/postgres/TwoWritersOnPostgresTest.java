package io.waymark.alerting.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.alerting.domain.Actor;
import io.waymark.alerting.domain.Alert;
import io.waymark.alerting.domain.AlertCommand.Acknowledge;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertState;
import io.waymark.alerting.domain.AlertStatus;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Severity;
import io.waymark.alerting.domain.TestRules;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two transactions want one subject: the one that waits decides by what the other wrote, and not by
 * what there was when it began to wait.
 */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoWritersOnPostgresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Actor LI_WEI = new Actor("li.wei", true, "transport", "cli");

  private final PostgresOutbox outbox = new PostgresOutbox(Clock.systemUTC());
  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final AlertDesk desk =
      new AlertDesk(mailing -> List.of(), TestRules.SHIPPED, clock, clock);
  private final ExecutorService others = Executors.newSingleThreadExecutor();
  private final PostgresFixture fixture;
  private final DSLContext db;

  TwoWritersOnPostgresTest(Parts parts) {
    fixture = new PostgresFixture(parts.database());
    db = fixture.db();
  }

  @BeforeEach
  void empty() {
    fixture.empty();
  }

  @AfterAll
  void close() {
    others.shutdownNow();
    fixture.close();
  }

  @Test
  void whoWaitsForASubjectSeesTheAlertThatWasOpenedMeanwhile() {
    AlertState seen =
        whileTheFirst(
            store -> judge(store, Verdicts.rail().version(1).build()),
            store -> store.lock(Set.of(Verdicts.RAIL)).get(Verdicts.RAIL));
    assertThat(seen.judgementVersion()).isEqualTo(1);
    assertThat(Objects.requireNonNull(seen.alert()).status()).isEqualTo(AlertStatus.OPEN);
    assertThat(seen.alert().version()).isEqualTo(1);
  }

  @Test
  void twoJudgementsOfOneSubjectMakeTwoTransitionsOfOneAlert() {
    commit(store -> judge(store, Verdicts.rail().version(1).overall(Light.AT_RISK).build()));
    AlertState seen =
        whileTheFirst(
            store -> judge(store, Verdicts.rail().version(2).build()),
            store -> {
              judge(store, Verdicts.rail().version(3).overall(Light.ON_TRACK).build());
              return store.lock(Set.of(Verdicts.RAIL)).get(Verdicts.RAIL);
            });
    assertThat(seen.judgementVersion()).isEqualTo(3);
    assertThat(actions()).containsExactly("1 OPENED", "2 ESCALATED", "3 RESOLVED");
  }

  @Test
  void whoTakesAnAlertInHandWhileItGrowsGraverTakesTheGraverOne() {
    commit(store -> judge(store, Verdicts.rail().version(1).overall(Light.AT_RISK).build()));
    String id = db.fetchSingle("select alert_id from alert").get(0, String.class);
    Alert taken =
        whileTheFirst(
            store -> judge(store, Verdicts.rail().version(2).build()),
            store ->
                desk.obey(
                    store, Objects.requireNonNull(id), new Acknowledge(LI_WEI, "收到", null), false));
    assertThat(taken.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(taken.status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    assertThat(actions()).containsExactly("1 OPENED", "2 ESCALATED", "3 ACKNOWLEDGED");
  }

  @Test
  void whatTheOtherHasInHandIsNotDueForUsAndDoesNotHoldUsUp() {
    commit(store -> judge(store, Verdicts.rail().version(1).build()));
    clock.advance(Duration.ofDays(60));
    List<?> due =
        db.transactionResult(first -> {
          store(first).lock(Set.of(Verdicts.RAIL));
          return db.transactionResult(second -> store(second).due(clock.instant(), 9));
        });
    assertThat(due).isEmpty();
    assertThat(db.<List<?>>transactionResult(next -> store(next).due(clock.instant(), 9)))
        .hasSize(1);
  }

  /**
   * Lets the second begin once the first has the subject, the first write once it is waited for,
   * and the second go on once that is committed.
   */
  private <T> T whileTheFirst(Consumer<AlertStore> writes, Function<AlertStore, T> waits) {
    Future<T> second =
        db.transactionResult(first -> {
          store(first).lock(Set.of(Verdicts.RAIL));
          Future<T> other = others.submit(() -> db.transactionResult(c -> second(c, waits)));
          await().atMost(PATIENCE).until(() -> other.isDone() || isWaiting());
          assertThat(other.isDone()).as("the second was done at once").isFalse();
          writes.accept(store(first));
          return other;
        });
    try {
      return second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the second writer", e);
    }
  }

  private <T> T second(Configuration transaction, Function<AlertStore, T> work) {
    transaction.dsl().execute("set local application_name = 'second writer'");
    return work.apply(store(transaction));
  }

  private boolean isWaiting() {
    return Boolean.TRUE.equals(
        db.fetchSingle(
                """
                select exists (select from pg_stat_activity
                  where application_name = 'second writer' and cardinality(pg_blocking_pids(pid)) > 0)
                """)
            .get(0, Boolean.class));
  }

  private void commit(Consumer<AlertStore> work) {
    db.transaction(transaction -> work.accept(store(transaction)));
  }

  private AlertStore store(Configuration transaction) {
    return new PostgresAlertStore(transaction.dsl(), outbox);
  }

  private void judge(AlertStore store, Verdict verdict) {
    desk.judged(store, List.of(new SubjectJudged(verdict, "event", clock.instant())));
  }

  private List<String> actions() {
    return db.fetch("select version || ' ' || action from alert_transition order by version")
        .getValues(0, String.class);
  }
}
