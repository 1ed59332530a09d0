package io.waymark.registry.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.registry.app.RegistryStore;
import io.waymark.registry.app.ReportingStore;
import io.waymark.registry.app.ReportingStoreContract;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresReportingStoreTest extends ReportingStoreContract {
  private final HikariDataSource pool = new HikariDataSource();
  private final DSLContext db;
  private final RegistryStore registry;
  private final ReportingStore store;

  PostgresReportingStoreTest(Parts parts) {
    var database = parts.newDatabase();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/outbox", "classpath:db/registry")
        .load()
        .migrate();
    db = DSL.using(pool, SQLDialect.POSTGRES);
    registry = new PostgresRegistryStore(db, new PostgresOutbox(clock), clock.getZone());
    store = new PostgresReportingStore(db, new PostgresOutbox(clock), clock.getZone());
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @BeforeEach
  @Override
  protected void importSamples() {
    db.execute(
        "truncate outbox, project, project_event, bureau, bureau_event, command_reply, reporting_rule, project_duty");
    clock.set(Instant.parse("2027-06-30T01:00:00Z"));
    super.importSamples();
  }

  @Override
  protected RegistryStore registry() {
    return registry;
  }

  @Override
  protected ReportingStore store() {
    return store;
  }
}
