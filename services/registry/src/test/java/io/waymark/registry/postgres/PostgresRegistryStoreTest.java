package io.waymark.registry.postgres;

import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PLAN;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.project;
import static io.waymark.registry.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import db.registry.V111__fill_project_columns;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.registry.app.ImportHandler;
import io.waymark.registry.app.RegistryStore;
import io.waymark.registry.app.RegistryStoreContract;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectDraft;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.Projects;
import io.waymark.registry.wire.EventWire;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.Context;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresRegistryStoreTest extends RegistryStoreContract {
  private static final String COLUMNS =
      """
      select phase, kind, district, parent_project_id, search, bureau_ids::text, stops::text
      from project order by project_id
      """;

  private final HikariDataSource pool = new HikariDataSource();
  private final DSLContext db;
  private final RegistryStore store;

  PostgresRegistryStoreTest(Parts parts) {
    pool.setJdbcUrl(parts.database().url());
    pool.setUsername(parts.database().user());
    pool.setPassword(parts.database().password());
    db = DSL.using(pool, SQLDialect.POSTGRES);
    store = new PostgresRegistryStore(db, new PostgresOutbox(clock), clock.getZone());
  }

  @BeforeAll
  void migrate() {
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/outbox", "classpath:db/registry")
        .load()
        .migrate();
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @BeforeEach
  @Override
  protected void importSamples() {
    db.execute(
        "truncate outbox, project, project_event, bureau, bureau_event, command_reply, project_duty");
    clock.set(Instant.parse("2027-06-30T01:00:00Z"));
    super.importSamples();
  }

  @Override
  protected RegistryStore store() {
    return store;
  }

  @Test
  void keptEventsReplayedGiveTheKeptState() {
    one(WATER, report(PUMP, "k1", "2027-05-31", 30));
    one(OFFICE, new ProjectCommand.Suspend(PUMP, "s", "2027-02-01", "征地", "12号"));
    one(WATER, report(PUMP, "k2", "2027-03-31", 20.5));
    one(OFFICE, new ProjectCommand.Resume(PUMP, "r", "2027-04-01", "31号"));
    new ImportHandler(store, clock).importProjects(List.of(project(PUMP, "transport")), OFFICE, "");

    @Nullable ProjectState state = null;
    for (Record row :
        db.fetch(
            "select kind, body from project_event where project_id = ? order by version",
            PUMP.projectId())) {
      state =
          Projects.evolve(
              state, EventWire.event(row.get("kind", String.class), row.get("body", byte[].class)));
    }
    assertThat(store.project(PUMP)).contains(Objects.requireNonNull(state));
  }

  @Test
  void everyEventHasItsOutboxRowWithTheWholeStateAfterIt() throws Exception {
    one(WATER, report(PUMP, "k1", "2027-05-31", 30));
    Record row =
        db.fetch(
                "select key, type, payload from outbox where topic = ? order by seq",
                "waymark.registry.project.v1")
            .getLast();
    assertThat(row.get("key")).isEqualTo("wuhan-15/pump-yangsigang");
    assertThat(row.get("type")).isEqualTo("waymark.registry.v1.ProjectEvent");
    ProjectEvent event = ProjectEvent.parseFrom(row.get("payload", byte[].class));
    assertThat(event.getState().getVersion()).isEqualTo(2);
    assertThat(event.getState().getReportsList()).hasSize(1);
    assertThat(event.getReported().getReport().getPercentComplete()).isEqualTo(30);
    assertThat(event.getLeadBureauName().getZh()).isEqualTo("市water局");
    assertThat(event.getActor().getName()).isEqualTo("water-clerk");
    assertThat(count("outbox where topic = 'waymark.registry.bureau.v1'")).isEqualTo(2);
  }

  @Test
  void aRefusedOrRepeatedReportWritesNothing() {
    one(WATER, report(PUMP, "k1", "2027-05-31", 30));
    int before = count("outbox") + count("project_event") + count("command_reply");
    one(WATER, report(PUMP, "k1", "2027-05-31", 30));
    one(WATER, report(PUMP, "k1", "2027-05-31", 31));
    one(WATER, report(PUMP, "k2", "2027-05-31", 130));
    assertThat(count("outbox") + count("project_event") + count("command_reply")).isEqualTo(before);
  }

  @Test
  void aPlanOfFiveHundredAndFiftyOneProjectsIsImportedInOneTransaction() {
    List<ProjectDraft> plan =
        IntStream.range(0, 551)
            .mapToObj(i -> project(new ProjectKey(PLAN, "project-" + i), "water"))
            .toList();
    new ImportHandler(store, clock).importProjects(plan, OFFICE, "");
    assertThat(store.counts().projects()).isEqualTo(553);
    assertThat(
            db.fetchValue(
                "select count(distinct xmin::text) from project where project_id like 'project-%'"))
        .isEqualTo(1L);
  }

  @Test
  void projectsThatWereThereBeforeAreFoundByWhatTheirStatesSay() {
    one(OFFICE, new ProjectCommand.Suspend(PUMP, "s", "2027-02-01", "征地", "12号"));
    var before = db.fetch(COLUMNS).intoMaps();
    db.execute(
        "update project set phase = 'UNSPECIFIED', search = '', bureau_ids = '{}', stops = '{}'");
    db.connection(connection ->
        new V111__fill_project_columns()
            .migrate(
                new Context() {
                  @Override
                  public org.flywaydb.core.api.configuration.Configuration getConfiguration() {
                    throw new UnsupportedOperationException("configuration (expected: unused)");
                  }

                  @Override
                  public Connection getConnection() {
                    return connection;
                  }
                }));
    assertThat(db.fetch(COLUMNS).intoMaps()).isEqualTo(before);
    assertThat(before.toString()).contains("PREPARATION", "[2027-02-01,)", "杨泗港泵站");
  }

  private int count(String table) {
    return db.fetchSingle("select count(*) from " + table).into(int.class);
  }
}
