package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Course;
import io.waymark.proto.indicator.v1.CoursePoint;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.indicator.v1.UnknownReason;
import io.waymark.testkit.Parts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the service judges of plans, figures and projects, and when. */
class JudgingOnPostgresTest extends IndicatorOnPostgres {
  JudgingOnPostgresTest(Parts parts) {
    super(parts);
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

  private Judgement judgedFor(LocalDate asOf, Instant knownAt) {
    return queries.judgedFor(Rail.PLAN, Rail.TARGET, asOf, knownAt).judgement();
  }
}
