package io.waymark.registry.grpc;

import static io.waymark.registry.grpc.Calls.caller;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.registry.postgres.PostgresRegistryStore;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * Streams that are cut at a random item, over a real connection: nothing is lost, nothing recorded
 * twice, and nothing out of order.
 */
@RealPartsTest
class CutStreamTest {
  private static final long SEED = 20271122;
  private static final int PROJECTS = 8;

  @Test
  void aStreamCutAtARandomItemAHundredTimesLosesNothingAndRecordsNothingTwice() throws Exception {
    try (InProcessRegistry registry = new InProcessRegistry(memory -> memory)) {
      cut(registry, 100, 2000, 40);
      assertThat(registry.store().counts().reports()).isEqualTo(2000);
    }
  }

  @Test
  void theSameHoldsOnPostgres(Parts parts) throws Exception {
    try (HikariDataSource pool = pool(parts)) {
      PostgresRegistryStore store =
          new PostgresRegistryStore(
              DSL.using(pool, SQLDialect.POSTGRES),
              new PostgresOutbox(Clock.systemUTC()),
              ZoneOffset.UTC);
      try (InProcessRegistry registry = new InProcessRegistry(memory -> store)) {
        cut(registry, 100, 1200, 24);
        assertThat(store.counts().reports()).isEqualTo(1200);
      }
    }
  }

  private static void cut(InProcessRegistry registry, int times, int items, int within)
      throws Exception {
    var office = registry.as(caller("plan-office", "plan_office"));
    IntStream.range(0, PROJECTS)
        .forEach(i ->
            office.importProjects(
                ImportProjectsRequest.newBuilder()
                    .addProjects(Calls.project("pump-" + i, "water"))
                    .build()));
    List<ReportProgressRequest> reports =
        IntStream.range(0, items)
            .mapToObj(i -> Calls.report("pump-" + i % PROJECTS, "k" + i, i / 100.0).build())
            .toList();
    try (Courier courier = new Courier(registry, reports, SEED)) {
      for (int i = 0; i < times; i++) {
        courier.sendUntilCut(within);
      }
      assertThat(courier.open()).as("what is left when the cutting ends").isPositive();
      courier.sendTheRest();
      assertThat(courier.open()).isZero();
      assertThat(courier.acknowledged().values()).doesNotHaveDuplicates().hasSize(items);
      for (int project = 0; project < PROJECTS; project++) {
        recordedOnceAndInOrder(registry, courier, project, items);
      }
    }
  }

  private static void recordedOnceAndInOrder(
      InProcessRegistry registry, Courier courier, int project, int items) {
    List<ProgressReport> recorded =
        registry
            .as(caller("water", "reporter"))
            .listReports(
                ListReportsRequest.newBuilder()
                    .setPlanId("wuhan-15")
                    .setProjectId("pump-" + project)
                    .build())
            .getReportsList()
            .reversed();
    List<String> ids = new ArrayList<>();
    List<Double> percents = new ArrayList<>();
    for (int i = project; i < items; i += PROJECTS) {
      ids.add(courier.acknowledged().get("k" + i));
      percents.add(i / 100.0);
    }
    assertThat(recorded).extracting(ProgressReport::getReportId).containsExactlyElementsOf(ids);
    assertThat(recorded)
        .extracting(ProgressReport::getPercentComplete)
        .containsExactlyElementsOf(percents);
  }

  private static HikariDataSource pool(Parts parts) {
    var database = parts.newDatabase();
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(4);
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/outbox", "classpath:db/registry")
        .load()
        .migrate();
    return pool;
  }
}
