package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.postgres.JudgingMetrics;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.RulebookStore;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.judging.Rulebook;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.rulebooks.Rulebooks;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rulebooks of one's own, from a folder to a judgement. */
@RealPartsTest
class OwnRulebooksOnPostgresTest {
  private static final String RPMC = Rulebooks.shipped().yaml("rpmc").orElseThrow();

  private final HikariDataSource pool = new HikariDataSource();
  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final RulebookStore store;
  private final PlanImport plans;
  private final ObservationRecording recording;
  private final Queries queries;

  @TempDir private Path folder;

  OwnRulebooksOnPostgresTest(Parts parts) {
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
    store = new RulebookStore(db);
    PostgresOutbox outbox = new PostgresOutbox(clock);
    Verdicts verdicts = new Verdicts(outbox, ZoneId.of("Asia/Shanghai"), JudgingMetrics.NONE);
    plans = new PlanImport(db, clock, outbox, verdicts);
    recording = new ObservationRecording(db, clock, outbox, verdicts);
    queries = new Queries(db);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private static String mine(int version, int critical) {
    return RPMC.replace("rulebook: rpmc", "rulebook: mine")
        .replace("version: 1", "version: " + version)
        .replace("at_least: 10,", "at_least: " + critical + ",");
  }

  private OwnRulebooks read() {
    OwnRulebooks own = new OwnRulebooks(Optional.of(folder), store, clock);
    own.read();
    return own;
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void load(String rulebook) {
    var plan = Rail.plan("645").toBuilder();
    plan.getPlanBuilder().setRulebook(rulebook);
    plans.handle(plan.build(), Rail.PLAN_OFFICE);
  }

  private Judgement target() {
    return queries.inForce(Rail.PLAN, Rail.TARGET).judgement();
  }

  @Test
  void aPlanIsJudgedByARulebookFromTheFolder() throws IOException {
    write("mine.yaml", mine(1, 10));
    OwnRulebooks own = read();

    load("mine");
    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);

    assertThat(own.problem()).isEmpty();
    assertThat(target().getPins().getRulebook()).isEqualTo("mine");
    assertThat(target().getLights().getLevel().getEn()).isEqualTo("critical");
  }

  @Test
  void aVersionStaysForReplayWhenItsFileIsGone() throws IOException {
    write("mine.yaml", mine(1, 10));
    read();
    load("mine");
    Files.delete(folder.resolve("mine.yaml"));
    assertThat(read().problem()).isEmpty();

    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);

    assertThat(target().getPins().getRulebookVersion()).isEqualTo(1);
    assertThat(store.pinned("mine", 1)).map(Rulebook::name).contains("mine");
  }

  @Test
  void aNewVersionCountsFromThenOnAndWhatWasKnownBeforeIsJudgedByTheOldOne() throws IOException {
    write("mine@1.yaml", mine(1, 10));
    read();
    load("mine");
    recording.handle(Rail.figure("a", "2027-06-29", "590"), Rail.TRANSPORT);
    Instant before = clock.instant();
    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);

    clock.advance(Duration.ofDays(1));
    write("mine@2.yaml", mine(2, 14));
    read();
    recording.handle(Rail.figure("b", "2027-06-30", "590"), Rail.TRANSPORT);

    assertThat(target().getPins().getRulebookVersion()).isEqualTo(2);
    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_AT_RISK);
    Judgement then =
        queries
            .judgedFor(Rail.PLAN, Rail.TARGET, LocalDate.parse("2027-06-30"), before)
            .judgement();
    assertThat(then.getPins().getRulebookVersion()).isEqualTo(1);
  }

  @Test
  void aBrokenFileKeepsTheServiceFromBeingReadyUntilItIsMended() throws IOException {
    write("mine.yaml", mine(1, 10).replace("kind: points", "kind: guess"));
    OwnRulebooks own = read();

    assertThat(own.problem().orElseThrow())
        .startsWith("mine.yaml:17 position.kind: guess (expected: one of ");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> load("mine"))
        .matches(failure -> failure.violations().getFirst().field().equals("plan.rulebook"));

    write("mine.yaml", mine(1, 10));
    assertThat(own.problem()).isEmpty();
    load("mine");
    assertThat(target().getPins().getRulebook()).isEqualTo("mine");
  }

  @Test
  void aVersionThatWasUsedIsNeverChanged() throws IOException {
    write("mine.yaml", mine(1, 10));
    read();
    write("mine.yaml", mine(1, 14));

    assertThat(read().problem())
        .contains(
            "mine@1 version: changed since it was first used (expected: a new version for a change)");
    assertThat(store.pinned("mine", 1))
        .isEqualTo(Rulebooks.with(java.util.Map.of("m", mine(1, 10))).rulebooks().named("mine"));
  }

  @Test
  void withoutAFolderNothingIsMissing() {
    OwnRulebooks own = new OwnRulebooks(Optional.empty(), store, clock);
    own.read();
    assertThat(own.problem()).isEmpty();
  }
}
