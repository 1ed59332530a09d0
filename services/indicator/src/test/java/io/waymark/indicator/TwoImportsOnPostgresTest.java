package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.indicator.postgres.Definitions;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.type.v1.Actor;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people load one plan at the same time: the second goes on from what the first wrote. */
@RealPartsTest
class TwoImportsOnPostgresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Desk desk;
  private final ExecutorService others = Executors.newSingleThreadExecutor();

  TwoImportsOnPostgresTest(Parts parts) {
    desk = new Desk(parts);
  }

  @AfterEach
  void close() {
    others.shutdownNow();
    desk.close();
  }

  @Test
  void theFirstImportsOfAPlanFollowOneAnother() {
    importWhile(Rail.plan("640"), Rail.plan("645"));
    assertThat(versions("plan")).containsExactly("1");
    assertThat(versions("target")).containsExactly("1", "2");
  }

  @Test
  void twoChangesOfAPlanBecomeTwoVersions() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    importWhile(named("甲"), named("乙"));
    assertThat(versions("plan")).containsExactly("1", "2", "3");
    assertThat(desk.db.fetchSingle("select version from plan").get(0, Long.class)).isEqualTo(3);
  }

  @Test
  void theSameChangeTwiceIsOneVersion() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    importWhile(named("甲"), named("甲"));
    assertThat(versions("plan")).containsExactly("1", "2");
  }

  /** Holds the first import's transaction open until the second waits for it. */
  private void importWhile(ImportPlanRequest first, ImportPlanRequest second) {
    Future<?> waiting =
        desk.db.transactionResult(transaction -> {
          Definitions definitions =
              new Definitions(transaction.dsl(), desk.clock.instant(), Actor.getDefaultInstance());
          definitions.plan(first.getPlan());
          definitions.indicators(Rail.PLAN, first.getIndicatorsList());
          definitions.targets(Rail.PLAN, first.getIndicatorsList());
          Future<?> other = others.submit(() -> desk.plans.handle(second, Rail.PLAN_OFFICE));
          await().atMost(PATIENCE).until(() -> other.isDone() || somebodyWaits());
          assertThat(other.isDone()).as("the second was done at once").isFalse();
          return other;
        });
    try {
      waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the second import", e);
    }
  }

  private boolean somebodyWaits() {
    return Boolean.TRUE.equals(
        desk.db
            .fetchSingle(
                """
                select exists (select from pg_stat_activity
                  where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0)
                """)
            .get(0, Boolean.class));
  }

  private List<String> versions(String table) {
    return desk.db
        .fetch("select version from %s_version order by version".formatted(table))
        .getValues(0, String.class);
  }

  private static ImportPlanRequest named(String zh) {
    ImportPlanRequest.Builder plan = Rail.plan("645").toBuilder();
    plan.getPlanBuilder().getNameBuilder().setZh(zh);
    return plan.build();
  }
}
