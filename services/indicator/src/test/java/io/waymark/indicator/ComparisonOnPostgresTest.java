package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.kafka.RegistryEvents;
import io.waymark.indicator.postgres.JudgingMetrics;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.judging.Rulebook;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.proto.indicator.v1.ComparedSubject;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.rulebooks.Rulebooks;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealPartsTest
class ComparisonOnPostgresTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-06-30");

  private final HikariDataSource pool = new HikariDataSource();
  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final DSLContext db;
  private final PlanImport plans;
  private final ObservationRecording recording;
  private final RegistryEvents registry;
  private final Queries queries;

  ComparisonOnPostgresTest(Parts parts) {
    var database = parts.newDatabase();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/outbox", "classpath:db/indicator")
        .load()
        .migrate();
    db = DSL.using(pool, SQLDialect.POSTGRES);
    PostgresOutbox outbox = new PostgresOutbox(clock);
    Verdicts verdicts = new Verdicts(outbox, ZoneId.of("Asia/Shanghai"), JudgingMetrics.NONE);
    plans = new PlanImport(db, clock, outbox, verdicts);
    recording = new ObservationRecording(db, clock, outbox, verdicts);
    registry = new RegistryEvents(clock, verdicts);
    queries = new Queries(db);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private static List<Rulebook> rulebooks(String... names) {
    return java.util.Arrays.stream(names)
        .map(name -> Rulebooks.shipped().named(name).orElseThrow())
        .toList();
  }

  private void load() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);
    db.transaction(c -> registry.handle(c.dsl(), Rail.bothLinesOnTime()));
  }

  @Test
  void tellsWhereTheRulesDisagreeSubjectBySubject() {
    load();

    CompareRulebooksResponse reply =
        queries.compare(Rail.PLAN, rulebooks("wuhan", "yinchuan", "niti"), TODAY, null);

    assertThat(reply.getJudged()).isEqualTo(3);
    assertThat(reply.getRulebooksList())
        .extracting("name")
        .containsExactly("wuhan", "yinchuan", "niti");
    ComparedSubject rail = reply.getSubjects(0);
    assertThat(rail.getSubjectId()).isEqualTo(Rail.TARGET);
    assertThat(rail.getPositionDiffers()).isTrue();
    assertThat(rail.getLightsList())
        .extracting(Lights::getPosition)
        .containsExactly(Light.LIGHT_OFF_TRACK, Light.LIGHT_AT_RISK, Light.LIGHT_OFF_TRACK);
  }

  @Test
  void countsHowFarTwoRulebooksAgree() {
    load();

    CompareRulebooksResponse reply =
        queries.compare(Rail.PLAN, rulebooks("wuhan", "yinchuan", "niti"), TODAY, null);

    assertThat(reply.getPairsList())
        .extracting(p ->
            p.getFirst()
                + "-"
                + p.getSecond()
                + " "
                + p.getPositionsAgree()
                + "/"
                + p.getPositions())
        .containsExactly("0-1 2/3", "0-2 3/3", "1-2 2/3");
  }

  @Test
  void writesNothingAndAnnouncesNothing() {
    load();
    int judgements = count("judgement");
    int messages = count("outbox");

    queries.compare(Rail.PLAN, Rulebooks.shipped().newest(), TODAY, null);

    assertThat(count("judgement")).isEqualTo(judgements);
    assertThat(count("outbox")).isEqualTo(messages);
  }

  @Test
  void rulesThatAgreeLeaveNoSubject() {
    load();

    CompareRulebooksResponse reply =
        queries.compare(Rail.PLAN, rulebooks("wuhan@1", "wuhan@2"), TODAY, null);

    assertThat(reply.getSubjectsList()).isEmpty();
    assertThat(reply.getPairs(0).getPositionsAgree()).isEqualTo(3);
  }

  private int count(String table) {
    return db.fetchCount(DSL.table(table));
  }
}
