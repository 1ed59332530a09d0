package io.waymark.registry.postgres;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PLAN;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.bureau;
import static io.waymark.registry.Samples.project;
import static io.waymark.registry.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.zaxxer.hikari.HikariDataSource;
import io.waymark.calendar.reporting.DueRule;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Frequency;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.registry.v1.DutyEvent;
import io.waymark.registry.app.CommandHandler;
import io.waymark.registry.app.ImportHandler;
import io.waymark.registry.app.Submission;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.Requester;
import io.waymark.registry.domain.RuleSetting;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which report a project owes next travels by events, and only when it changes. */
@RealPartsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DutiesTest {
  private final MutableClock clock = MutableClock.at("2027-05-31T01:00:00Z");
  private final HikariDataSource pool = new HikariDataSource();
  private final DSLContext db;
  private final PostgresRegistryStore registry;
  private final PostgresReportingStore reporting;

  DutiesTest(Parts parts) {
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
    PostgresOutbox outbox = new PostgresOutbox(clock);
    registry = new PostgresRegistryStore(db, outbox, clock.getZone());
    reporting = new PostgresReportingStore(db, outbox, clock.getZone());
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @BeforeEach
  void oneProject() {
    db.execute(
        "truncate outbox, project, project_event, bureau, bureau_event, command_reply, reporting_rule, project_duty");
    ImportHandler imports = new ImportHandler(registry, clock);
    imports.importBureaus(List.of(bureau("water"), bureau("transport")), OFFICE);
    imports.importProjects(List.of(project(PUMP, "water")), OFFICE, "");
  }

  @Test
  void aRegisteredProjectOwesItsFirstReport() {
    assertThat(told()).containsExactly("1 2027-05-31 due 2027-06-07 closes 2027-06-10 water");
  }

  @Test
  void aReportBringsTheNextAndAnotherOfTheSamePeriodNothingNew() {
    carryOut(WATER, report(PUMP, "a", "2027-05-31", 30));
    carryOut(WATER, report(PUMP, "b", "2027-05-31", 31));
    carryOut(WATER, report(PUMP, "c", "2027-05-01", 29));
    assertThat(told())
        .containsExactly(
            "1 2027-05-31 due 2027-06-07 closes 2027-06-10 water",
            "2 2027-06-30 due 2027-07-05 closes 2027-07-08 water");
  }

  @Test
  void aStopEndsTheDutyAndItsEndBringsItBack() {
    carryOut(OFFICE, new ProjectCommand.Suspend(PUMP, "s", "2027-05-10", "征地", "12号"));
    carryOut(OFFICE, new ProjectCommand.Resume(PUMP, "r", "2027-05-20", "31号"));
    assertThat(told())
        .containsExactly(
            "1 2027-05-31 due 2027-06-07 closes 2027-06-10 water",
            "2 none",
            "3 2027-05-31 due 2027-06-07 closes 2027-06-10 water");
  }

  @Test
  void whatIsBuiltOwesNothing() {
    carryOut(WATER, report(PUMP, "a", "2027-05-31", 100));
    assertThat(told().getLast()).isEqualTo("2 none");
  }

  @Test
  void aRuleOfThePlanTellsAllItsProjectsAndOneOfAProjectOnlyThat() {
    new ImportHandler(registry, clock)
        .importProjects(List.of(project(METRO, "transport")), OFFICE, "");
    rule("", 15);
    rule(METRO.projectId(), 20);
    assertThat(told())
        .containsExactly(
            "1 2027-05-31 due 2027-06-07 closes 2027-06-10 water",
            "1 2027-05-31 due 2027-06-07 closes 2027-06-10 transport",
            "2 2027-05-31 due 2027-06-15 closes 2027-06-15 transport",
            "2 2027-05-31 due 2027-06-15 closes 2027-06-15 water",
            "3 2027-05-31 due 2027-06-21 closes 2027-06-21 transport");
  }

  private void rule(String project, int day) {
    DueRule rule = new DueRule(Frequency.MONTHLY, 1, day, 0);
    reporting.append(
        new RuleSetting(
            PLAN,
            new DueRules.Entry(project, rule, LocalDate.of(2027, 1, 1)),
            OFFICE.actor(),
            clock.instant()));
  }

  private void carryOut(Requester who, ProjectCommand.Keyed command) {
    new CommandHandler(registry, clock)
        .handle(List.of(new Submission(command, who, "")))
        .getFirst()
        .orThrow();
  }

  private List<String> told() {
    return db.fetch(
            "select payload from outbox where topic = ? order by seq", "waymark.registry.duty.v1")
        .map(row -> line(row.get("payload", byte[].class)));
  }

  private static String line(byte[] payload) {
    try {
      DutyEvent event = DutyEvent.parseFrom(payload);
      var duty = event.getDuty();
      return event.getVersion()
          + (event.hasDuty()
              ? " "
                  + duty.getPeriodEnd()
                  + " due "
                  + duty.getDue()
                  + " closes "
                  + duty.getCloses()
                  + " "
                  + duty.getBureauId()
              : " none");
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
