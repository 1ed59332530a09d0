package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.postgres.JudgingMetrics;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures about Wuhan's bound of 80 %, which is 594.01 km at the end of June 2027. */
@RealPartsTest
class DeadBandOnPostgresTest {
  private static final String BELOW = "593.9";
  private static final String JUST_ABOVE = "594.2";
  private static final String CLEARLY_ABOVE = "595.2";

  private final HikariDataSource pool = new HikariDataSource();
  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final PlanImport plans;
  private final ObservationRecording recording;
  private final Queries queries;
  private int figures;

  DeadBandOnPostgresTest(Parts parts) {
    var database = parts.newDatabase();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/outbox", "classpath:db/indicator")
        .load()
        .migrate();
    DSLContext db = DSL.using(pool, SQLDialect.POSTGRES);
    PostgresOutbox outbox = new PostgresOutbox(clock);
    Verdicts verdicts = new Verdicts(outbox, ZoneId.of("Asia/Shanghai"), JudgingMetrics.NONE);
    plans = new PlanImport(db, clock, outbox, verdicts);
    recording = new ObservationRecording(db, clock, outbox, verdicts);
    queries = new Queries(db);
  }

  @BeforeEach
  void load() {
    load("wuhan", "645");
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private void load(String rulebook, String target) {
    var plan = Rail.plan(target).toBuilder();
    plan.getPlanBuilder().setRulebook(rulebook);
    plans.handle(plan.build(), Rail.PLAN_OFFICE);
  }

  private void record(String date, String value) {
    recording.handle(Rail.figure("k" + figures++, date, value), Rail.TRANSPORT);
  }

  private Judgement target() {
    return queries.inForce(Rail.PLAN, Rail.TARGET).judgement();
  }

  @Test
  void aLaterFigureThatOnlyJustClearsTheBoundDoesNotTurnTheLightGreen() {
    record("2027-06-28", BELOW);
    Judgement yellow = target();
    assertThat(yellow.getLights().getPosition()).isEqualTo(Light.LIGHT_AT_RISK);

    record("2027-06-29", JUST_ABOVE);

    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_AT_RISK);
    assertThat(target().getPins().getPreviousJudgementId()).isEqualTo(yellow.getJudgementId());
    assertThat(queries.inForce(Rail.PLAN, Rail.TARGET).steps().getStepsList())
        .anySatisfy(step -> assertThat(step.getLabel().getEn()).startsWith("Dead band"));

    record("2027-06-30", CLEARLY_ABOVE);
    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_ON_TRACK);
  }

  @Test
  void aCorrectedFigureHoldsNothing() {
    record("2027-06-30", BELOW);
    record("2027-06-30", JUST_ABOVE);

    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_ON_TRACK);
    assertThat(target().getPins().getPreviousJudgementId()).isEmpty();
  }

  @Test
  void anotherRulebookOrTargetHoldsNothing() {
    record("2027-06-29", BELOW);
    record("2027-06-30", JUST_ABOVE);
    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_AT_RISK);

    load("wuhan@1", "645");
    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_ON_TRACK);
    assertThat(target().getPins().getRulebookVersion()).isEqualTo(1);

    load("wuhan", "644.9");
    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_ON_TRACK);
  }

  @Test
  void aQuestionForADateHasNoBand() {
    record("2027-06-29", BELOW);
    record("2027-06-30", JUST_ABOVE);

    Judgement asked =
        queries.judgedFor(Rail.PLAN, Rail.TARGET, LocalDate.parse("2027-06-30"), null).judgement();

    assertThat(asked.getLights().getPosition()).isEqualTo(Light.LIGHT_ON_TRACK);
    assertThat(asked.getPins().getPreviousJudgementId()).isEmpty();
  }

  @Test
  void aRulebooksOwnWordsTravelWithTheLights() {
    load("rpmc", "645");
    record("2027-06-30", "590");

    assertThat(target().getLights().getLevel().getEn()).isEqualTo("critical");
    assertThat(target().getLights().getLevel().getZh()).isEqualTo("危急");
    assertThat(target().getSentence().getEn()).contains("rated “critical”");
    load("wuhan", "645");
    assertThat(target().getLights().hasLevel()).isFalse();
    assertThat(target().getLights().getColour().getZh()).isEqualTo("红灯");
  }
}
