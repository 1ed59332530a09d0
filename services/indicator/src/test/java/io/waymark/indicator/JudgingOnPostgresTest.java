package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.zaxxer.hikari.HikariDataSource;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.kafka.RegistryEvents;
import io.waymark.indicator.postgres.JudgingMetrics;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Rejudger;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Course;
import io.waymark.proto.indicator.v1.CoursePoint;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.indicator.v1.UnknownReason;
import io.waymark.refusals.Expected;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealPartsTest
class JudgingOnPostgresTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final HikariDataSource pool = new HikariDataSource();
  private final DSLContext db;
  private final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  private final PlanImport plans;
  private final ObservationRecording recording;
  private final RegistryEvents registry;
  private final Rejudger rejudger;
  private final Queries queries;

  JudgingOnPostgresTest(Parts parts) {
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
    Verdicts verdicts = new Verdicts(outbox, ZONE, JudgingMetrics.NONE);
    plans = new PlanImport(db, clock, outbox, verdicts);
    recording = new ObservationRecording(db, clock, outbox, verdicts);
    registry = new RegistryEvents(clock, verdicts);
    rejudger = new Rejudger(db, clock, verdicts);
    queries = new Queries(db);
  }

  @AfterEach
  void close() {
    rejudger.close();
    pool.close();
  }

  @Test
  void anImportedTargetWithoutAnyFigureIsUnknownAndNeverGreen() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);

    Judgement judgement = target();
    assertThat(judgement.getLights().getOverall()).isEqualTo(Light.LIGHT_UNKNOWN);
    assertThat(judgement.getLights().getUnknownReason())
        .isEqualTo(UnknownReason.UNKNOWN_REASON_NO_DATA_YET);
  }

  @Test
  void importingTheSamePlanTwiceChangesNothing() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    long events = events().size();

    var again = plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);

    assertThat(again.getIndicators().getUnchanged()).isEqualTo(1);
    assertThat(again.getTargets().getUnchanged()).isEqualTo(1);
    assertThat(events()).hasSize((int) events);
  }

  @Test
  void aChangedTargetIsANewVersionAndJudgedAgain() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-03-31", "590"), Rail.TRANSPORT);

    var changed = plans.handle(Rail.plan("630"), Rail.PLAN_OFFICE);

    assertThat(changed.getTargets().getChanged()).isEqualTo(1);
    assertThat(target().getPins().getTargetVersion()).isEqualTo(2);
    assertThat(target().getTarget().getTargetValue()).isEqualTo("630");
  }

  @Test
  void aFigureIsJudgedAtOnceAndTheVerdictIsAnnounced() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);

    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);

    Judgement judgement = target();
    assertThat(judgement.getTarget().getScheduled()).isBetween(598.0, 598.1);
    assertThat(judgement.getTarget().getRatio()).isBetween(0.598, 0.600);
    assertThat(judgement.getTarget().getPointsBehind()).isBetween(11.9, 12.1);
    assertThat(judgement.getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);
    JudgementEvent announced = events().getLast();
    assertThat(announced.getJudgement().getJudgementId()).isEqualTo(judgement.getJudgementId());
    assertThat(announced.getPrevious().getOverall()).isEqualTo(Light.LIGHT_UNKNOWN);
    Course course = announced.getCourse();
    assertThat(course.getHistoryList())
        .extracting(CoursePoint::getDate)
        .containsExactly("2027-06-30");
    assertThat(course.getScheduleList())
        .extracting(CoursePoint::getValue)
        .containsExactly(578.0, 645.0);
    assertThat(course.getFanList()).hasSizeBetween(2, 16);
    assertThat(course.getFanList().getFirst().getDate()).isEqualTo("2027-06-30");
    assertThat(course.getFanList().getLast().getDate()).isEqualTo("2030-12-31");
    assertThat(course.getStepsList()).isNotEmpty();
  }

  @Test
  void ofASubjectThatIsFineNoCourseIsAnnounced() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);

    recording.handle(Rail.figure("k", "2027-06-30", "640"), Rail.TRANSPORT);

    assertThat(target().getLights().getOverall()).isIn(Light.LIGHT_AHEAD, Light.LIGHT_ON_TRACK);
    assertThat(events().getLast().hasCourse()).isFalse();
  }

  @Test
  void aLateProjectPullsDownTheTargetThatStandsOnItAndIsNamedAsTheCause() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-06-30", "598.5"), Rail.TRANSPORT);
    hear(Rail.bothLinesOnTime());
    double before = target().getOutlook().getPMeet();
    ReceivedEvent late = Rail.line("line-12", "37", 2, 30, "2032-12-31");

    hear(List.of(late));

    Judgement judgement = target();
    assertThat(judgement.getOutlook().getPMeet()).isLessThan(before - 0.2);
    assertThat(judgement.getCauseEventId()).isEqualTo(late.id());
    assertThat(judgement.getCauseProjectId()).isEqualTo("line-12");
    assertThat(judgement.getCauses(0).getProjectId()).isEqualTo("line-12");
    assertThat(judgement.getCauses(0).getAmount()).isNegative();
    assertThat(judgement.getAssumed()).isTrue();
  }

  @Test
  void anOlderProjectVersionThatArrivesLateChangesNothing() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    hear(List.of(Rail.line("line-12", "37", 2, 30, "2032-12-31")));
    Judgement before = queries.inForce(Rail.PLAN, "line-12").judgement();

    hear(List.of(Rail.line("line-12", "37", 1, 72, "2029-03-31")));

    assertThat(queries.inForce(Rail.PLAN, "line-12").judgement()).isEqualTo(before);
  }

  @Test
  void aProjectIsJudgedByItsOwnSchedule() throws Exception {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    hear(
        List.of(
            Rail.scheduled(
                Rail.line("line-12", "37", 1, 35, "2029-06-30"),
                Map.of("2027-06-25", 40.0, "2029-06-30", 100.0))));

    Judgement judgement = queries.inForce(Rail.PLAN, "line-12").judgement();
    assertThat(judgement.getProject().getScheduledPercent()).isEqualTo(40);
    assertThat(judgement.getProject().getPointsBehind()).isEqualTo(5);
  }

  @Test
  void aProjectThatIsHeardOfBeforeItsPlanIsJudgedWhenThePlanComes() {
    hear(Rail.bothLinesOnTime());
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);

    assertThat(queries.inForce(Rail.PLAN, "line-11").judgement().getPlanId()).isEqualTo(Rail.PLAN);
    assertThat(target().getCausesList()).isNotEmpty();
  }

  @Test
  void aCorrectionSupersedesAndBothClocksCanBeAsked() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    RecordObservationResponse first =
        recording.handle(Rail.figure("a", "2027-03-31", "600"), Rail.TRANSPORT);
    Instant believed = clock.instant();
    clock.advance(Duration.ofDays(60));
    recording.handle(Rail.figure("b", "2027-03-31", "585"), Rail.TRANSPORT);

    LocalDate june = LocalDate.parse("2027-06-30");
    assertThat(judgedFor(june, believed).getTarget().getValue()).isEqualTo("600");
    assertThat(judgedFor(june, clock.instant()).getTarget().getValue()).isEqualTo("585");
    assertThat(judgedFor(june, believed).getPins().getInputIdsList())
        .contains(first.getObservationId());
    assertThat(queries.history(Rail.PLAN, Rail.TARGET))
        .extracting(judgement -> !judgement.getRestatesJudgementId().isEmpty())
        .containsExactly(true, false, false, false);
  }

  @Test
  void theSameFigureSentTwiceIsOneFigure() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    var first = recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);
    int events = events().size();

    assertThat(recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT))
        .isEqualTo(first);
    assertThat(events()).hasSize(events);
  }

  @Test
  void aKeyThatComesBackWithAnotherFigureIsAConflict() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> recording.handle(Rail.figure("k", "2027-06-30", "591"), Rail.TRANSPORT))
        .matches(failure -> failure.reason().equals("IDEMPOTENCY_KEY_REUSED"));
    assertThat(target().getTarget().getValue()).isEqualTo("590");
  }

  @Test
  void anotherBureausIndicatorIsRefusedWhetherOrNotItExists() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    Caller water = new Caller("li.wei", true, "water", "cli", Set.of("reporter"));
    var unknown = Rail.figure("k", "2027-06-30", "1").toBuilder().setIndicatorId("no-such").build();

    for (var request : List.of(Rail.figure("k", "2027-06-30", "590"), unknown)) {
      assertThatExceptionOfType(Failure.class)
          .isThrownBy(() -> recording.handle(request, water))
          .matches(failure -> failure.reason().equals("INDICATOR_NOT_YOURS"));
    }
  }

  @Test
  void everyViolationOfAFigureIsNamed() {
    var bad =
        Rail.figure("", "2126-01-01", "NaN").toBuilder()
            .setIndicatorId("Rail Length")
            .setSource("x".repeat(501))
            .build();

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> recording.handle(bad, Rail.TRANSPORT))
        .satisfies(failure ->
            assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactly(
                    "indicator_id", "idempotency_key", "period_end", "value", "source"));
  }

  @Test
  void aBrokenPlanIsRefusedWholeWithEveryFault() {
    var good = Rail.plan("645");
    var bad =
        good.toBuilder()
            .addIndicators(good.getIndicators(0))
            .setPlan(good.getPlan().toBuilder().setEnd("2025-12-31").setRulebook("atlantis"))
            .build();

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> plans.handle(bad, Rail.PLAN_OFFICE))
        .satisfies(failure ->
            assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactly(
                    "plan.end",
                    "plan.rulebook",
                    "indicators[1].indicator_id",
                    "indicators[1].targets[0].target_id"));
    assertThat(queries.plans()).isEmpty();
  }

  @Test
  void aRulebookThatNobodyKnowsIsRefusedWithTheNamesThatAreKnown() {
    var bad = Rail.plan("645").toBuilder();
    bad.getPlanBuilder().setRulebook("atlantis");

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> plans.handle(bad.build(), Rail.PLAN_OFFICE))
        .satisfies(failure ->
            assertThat(failure.violations())
                .containsExactly(
                    new Violation(
                        "plan.rulebook",
                        "atlantis",
                        Expected.RULEBOOK.with(
                            "waymark, wuhan, yinchuan, ouhai, rpmc, niti, opensdg, escap"))));
  }

  @Test
  void aPlanIsJudgedByTheRulebookThatItNamesAndByTheDefaultOtherwise() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);
    assertThat(target().getPins().getRulebook()).isEqualTo("waymark");

    var named = Rail.plan("645").toBuilder();
    named.getPlanBuilder().setRulebook("yinchuan");
    plans.handle(named.build(), Rail.PLAN_OFFICE);

    assertThat(target().getPins().getRulebook()).isEqualTo("yinchuan");
    assertThat(target().getLights().getPosition()).isEqualTo(Light.LIGHT_AT_RISK);
  }

  @Test
  void aJudgementOnAnAssumedBaseSaysSo() {
    var assumed = Rail.plan("645").toBuilder();
    assumed.getIndicatorsBuilder(0).addAssumedFields("targets.base_value");
    plans.handle(assumed.build(), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);

    assertThat(target().getAssumed()).isTrue();
    assertThat(target().getSentence().getZh()).contains("假设值");
  }

  @Test
  void aSubjectIsLookedAtAgainWhenTheMonthTurnsAndSilenceShows() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-06-30", "620"), Rail.TRANSPORT);
    assertThat(rejudger.look()).isZero();
    assertThat(target().getLights().getFreshness()).isEqualTo(Light.LIGHT_ON_TRACK);

    clock.advance(Duration.ofDays(400));

    assertThat(rejudger.look()).isEqualTo(1);
    assertThat(target().getLights().getFreshness()).isEqualTo(Light.LIGHT_OFF_TRACK);
    assertThat(target().getCauseEventId()).isEmpty();
    assertThat(rejudger.look()).isZero();
  }

  @Test
  void figuresReportsAndTheTurnOfTheMonthDoNotBlockEachOther() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    hear(Rail.bothLinesOnTime());

    assertThatNoException()
        .isThrownBy(() ->
            CompletableFuture.allOf(
                    times(
                        40,
                        i ->
                            recording.handle(
                                Rail.figure("f" + i, "2027-03-31", "5" + (80 + i % 10)),
                                Rail.TRANSPORT)),
                    times(
                        40,
                        i ->
                            hear(
                                List.of(
                                    Rail.line("line-12", "37", 2 + i, i + 20, "2029-03-31"),
                                    Rail.line("line-11", "30", 2 + i, i + 10, "2029-03-31")))),
                    times(
                        40,
                        i -> {
                          db.execute("update subject set next_due = now() - interval '9 years'");
                          rejudger.look();
                        }))
                .join());
    assertThat(queries.history(Rail.PLAN, Rail.TARGET)).isNotEmpty();
  }

  private static CompletableFuture<Void> times(int count, IntConsumer work) {
    return CompletableFuture.runAsync(() -> IntStream.range(0, count).forEach(work));
  }

  @Test
  void theArithmeticOfAVerdictRestsWithIt() {
    plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    recording.handle(Rail.figure("k", "2027-06-30", "590"), Rail.TRANSPORT);

    assertThat(queries.inForce(Rail.PLAN, Rail.INDICATOR).steps().getStepsList())
        .anySatisfy(step -> assertThat(step.getArithmetic()).contains("578").contains("1826"));
  }

  private void hear(List<ReceivedEvent> events) {
    db.transaction(configuration -> registry.handle(configuration.dsl(), events));
  }

  private Judgement target() {
    return queries.inForce(Rail.PLAN, Rail.TARGET).judgement();
  }

  private Judgement judgedFor(LocalDate asOf, Instant knownAt) {
    return queries.judgedFor(Rail.PLAN, Rail.TARGET, asOf, knownAt).judgement();
  }

  private List<JudgementEvent> events() {
    return db.fetch(
            "select payload from outbox where topic = 'waymark.indicator.judgement.v1' order by seq")
        .map(r -> {
          try {
            return JudgementEvent.parseFrom(r.get(0, byte[].class));
          } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
