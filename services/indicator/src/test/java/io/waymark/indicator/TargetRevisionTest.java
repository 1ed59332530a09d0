package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.indicator.postgres.TargetVersions;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetEvent;
import io.waymark.proto.indicator.v1.UnknownReason;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealPartsTest
class TargetRevisionTest {
  private final Desk desk;

  TargetRevisionTest(Parts parts) {
    desk = new Desk(parts);
  }

  @BeforeEach
  void load() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-03-31", "590");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aRevisionIsInForceFromItsEffectiveDateAndEarlierDatesGoByTheOldVersion() {
    Target revised = revise("k", "630", "2027-05-01");

    assertThat(revised.getVersion()).isEqualTo(2);
    assertThat(revised.getInstrument().getKind())
        .isEqualTo(InstrumentKind.INSTRUMENT_KIND_REVISION);
    Judgement now = desk.inForce(Rail.PLAN, Rail.TARGET);
    assertThat(now.getTarget().getTargetValue()).isEqualTo("630");
    assertThat(now.getTarget().getDocument()).isEqualTo("武发改规〔2027〕15号");
    assertThat(now.getPins().getTargetVersion()).isEqualTo(2);
    Judgement before = desk.judged(Rail.PLAN, Rail.TARGET, "2027-04-30");
    assertThat(before.getTarget().getTargetValue()).isEqualTo("645");
    assertThat(before.getPins().getTargetVersion()).isEqualTo(1);
    assertThat(desk.judged(Rail.PLAN, Rail.TARGET, "2027-05-01").getPins().getTargetVersion())
        .isEqualTo(2);
  }

  @Test
  void aRevisionThatLiesAheadTakesEffectByItselfOnItsDay() {
    revise("k", "600", "2027-07-15");
    assertThat(desk.inForce(Rail.PLAN, Rail.TARGET).getPins().getTargetVersion()).isEqualTo(1);

    desk.clock.advance(Duration.ofDays(14));
    assertThat(desk.rejudger.look()).isEqualTo(1); // the turn of the month
    assertThat(desk.inForce(Rail.PLAN, Rail.TARGET).getPins().getTargetVersion()).isEqualTo(1);
    desk.clock.advance(Duration.ofDays(1));
    assertThat(desk.rejudger.look()).isEqualTo(1);

    Judgement judgement = desk.inForce(Rail.PLAN, Rail.TARGET);
    assertThat(judgement.getPins().getTargetVersion()).isEqualTo(2);
    assertThat(judgement.getTarget().getTargetValue()).isEqualTo("600");
    assertThat(desk.rejudger.look()).isZero();
  }

  @Test
  void historyKeepsWhoApprovedWhatAndWhen() {
    revise("a", "630", "2027-05-01");
    revise("b", "620", "2028-01-01");

    List<Target> versions = new TargetVersions(desk.db, Rail.PLAN).list(Rail.TARGET, null);

    assertThat(versions).extracting(Target::getValue).containsExactly("620", "630", "645");
    assertThat(versions)
        .extracting(v -> v.getInstrument().getEffective())
        .containsExactly("2028-01-01", "2027-05-01", "");
    assertThat(versions.getLast().getInstrument().getKind())
        .isEqualTo(InstrumentKind.INSTRUMENT_KIND_PLAN);
    assertThat(versions.getFirst().getInstrument().getApprover()).isEqualTo("市人民政府常务会议");
    assertThat(versions.getFirst().getInstrument().getReason()).isEqualTo("12号线分期建设");
    assertThat(versions.getFirst().getInstrument().getActor().getName()).isEqualTo("zhang.min");
    assertThat(versions.getFirst().getInstrument().hasRecordedAt()).isTrue();
  }

  @Test
  void ofTwoRevisionsOfOneDayTheLaterRecordedOneHolds() {
    revise("a", "630", "2027-05-01");
    revise("b", "625", "2027-05-01");

    assertThat(desk.judged(Rail.PLAN, Rail.TARGET, "2027-05-01").getTarget().getTargetValue())
        .isEqualTo("625");
  }

  @Test
  void anOlderDocumentThatIsRecordedLateDoesNotOverrideANewerOne() {
    revise("a", "620", "2027-06-01");
    revise("b", "635", "2027-02-01");

    assertThat(desk.inForce(Rail.PLAN, Rail.TARGET).getTarget().getTargetValue()).isEqualTo("620");
    assertThat(desk.judged(Rail.PLAN, Rail.TARGET, "2027-03-31").getTarget().getTargetValue())
        .isEqualTo("635");
  }

  @Test
  void loadingThePlanAgainDoesNotUndoARevision() {
    revise("k", "630", "2027-05-01");

    var again = desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);

    assertThat(again.getTargets().getUnchanged()).isEqualTo(1);
    assertThat(desk.inForce(Rail.PLAN, Rail.TARGET).getTarget().getTargetValue()).isEqualTo("630");
  }

  @Test
  void anImportWithoutADocumentIsACorrectionFromTheBeginningAndTheRevisionStaysOverIt() {
    revise("k", "630", "2027-05-01");

    var corrected = desk.plans.handle(Rail.plan("646"), Rail.PLAN_OFFICE);

    assertThat(corrected.getTargets().getChanged()).isEqualTo(1);
    Target newest = new TargetVersions(desk.db, Rail.PLAN).list(Rail.TARGET, null).getFirst();
    assertThat(newest.getVersion()).isEqualTo(3);
    assertThat(newest.getInstrument().getKind())
        .isEqualTo(InstrumentKind.INSTRUMENT_KIND_CORRECTION);
    assertThat(newest.getInstrument().getEffective()).isEmpty();
    assertThat(desk.inForce(Rail.PLAN, Rail.TARGET).getTarget().getTargetValue()).isEqualTo("630");
    assertThat(desk.judged(Rail.PLAN, Rail.TARGET, "2027-04-30").getTarget().getTargetValue())
        .isEqualTo("646");
    TargetEvent told =
        desk.announced("waymark.indicator.target.v1", TargetEvent.parser()).getLast();
    assertThat(told.getIndicator().getTargets(0).getValue()).isEqualTo("630");
  }

  @Test
  void whatWasKnownBeforeTheRevisionIsStillAnswered() {
    var before = desk.clock.instant();
    desk.clock.advance(Duration.ofDays(1));
    revise("k", "630", "2027-05-01");

    var then = desk.queries.judgedFor(Rail.PLAN, Rail.TARGET, today(), before).judgement();

    assertThat(then.getTarget().getTargetValue()).isEqualTo("645");
  }

  @Test
  void theRevisionIsJudgedAtOnceAndAnnouncedWithItsDocument() {
    revise("k", "600", "2027-05-01");

    Judgement now = desk.inForce(Rail.PLAN, Rail.TARGET);
    assertThat(now.getLights().getPosition()).isEqualTo(Light.LIGHT_AHEAD);
    assertThat(now.getCauseEventId()).isNotEmpty();
    assertThat(
            desk.announced("waymark.indicator.judgement.v1", JudgementEvent.parser())
                .getLast()
                .getJudgement()
                .getTarget()
                .getTargetValue())
        .isEqualTo("600");
    TargetEvent told =
        desk.announced("waymark.indicator.target.v1", TargetEvent.parser()).getLast();
    assertThat(told.getRevised().getInstrument().getDocument()).isEqualTo("武发改规〔2027〕15号");
    assertThat(desk.queries.inForce(Rail.PLAN, Rail.TARGET).steps().getStepsList().getFirst())
        .satisfies(step -> {
          assertThat(step.getPart()).isEqualTo("target");
          assertThat(step.getArithmetic()).isEqualTo("v2: 600");
          assertThat(step.getResult().getZh()).contains("武发改规〔2027〕15号", "2027-05-01");
        });
  }

  @Test
  void anAwaitedTargetIsJudgedSoUntilTheSuperiorGivesIt() {
    desk.plans.handle(District.plan(), Rail.PLAN_OFFICE);
    desk.observe(District.PLAN, "good-air-days-share", "2022-12-31", "83.3");
    String target = "good-air-days-share-2025";
    assertThat(desk.inForce(District.PLAN, target).getLights().getUnknownReason())
        .isEqualTo(UnknownReason.UNKNOWN_REASON_AWAITING_TARGET);

    ReviseTargetRequest given =
        request("k", "84", "2023-01-01").toBuilder()
            .setPlanId(District.PLAN)
            .setTargetId(target)
            .setOnlyIfAwaited(true)
            .build();
    Target set = desk.revision.handle(given, Rail.PLAN_OFFICE).getTarget();

    assertThat(set.getInstrument().getKind()).isEqualTo(InstrumentKind.INSTRUMENT_KIND_SETTING);
    Judgement judged = desk.judged(District.PLAN, target, "2023-06-30");
    assertThat(judged.getTarget().getTargetValue()).isEqualTo("84");
    assertThat(judged.getLights().getOverall()).isNotEqualTo(Light.LIGHT_UNKNOWN);
    assertThat(desk.judged(District.PLAN, target, "2022-12-31").getLights().getUnknownReason())
        .isEqualTo(UnknownReason.UNKNOWN_REASON_AWAITING_TARGET);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() ->
            desk.revision.handle(
                given.toBuilder().setIdempotencyKey("again").setValue("85").build(),
                Rail.PLAN_OFFICE))
        .matches(failure -> failure.reason().equals("TARGET_NOT_AWAITED"));
  }

  @Test
  void aLinkedTargetFollowsTheOtherIndicatorsFigures() {
    desk.plans.handle(District.plan(), Rail.PLAN_OFFICE);
    String target = "disposable-income-growth-2025";
    assertThat(desk.inForce(District.PLAN, target).getLights().getUnknownReason())
        .isEqualTo(UnknownReason.UNKNOWN_REASON_LINKED_WITHOUT_DATA);

    desk.observe(District.PLAN, "disposable-income-growth", "2022-12-31", "6.1");
    desk.observe(District.PLAN, "gdp-growth", "2022-12-31", "6.0");
    assertThat(desk.inForce(District.PLAN, target).getLights().getPosition())
        .isEqualTo(Light.LIGHT_ON_TRACK);

    desk.observe(District.PLAN, "gdp-growth", "2022-12-31", "9.5");
    Judgement judgement = desk.inForce(District.PLAN, target);
    assertThat(judgement.getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);
    assertThat(judgement.getTarget().getScheduled()).isEqualTo(9.5);
    assertThat(judgement.getTarget().getPointsBehind()).isBetween(3.39, 3.41);
  }

  @Test
  void onlyThePlanOfficeRevises() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.revision.handle(request("k", "630", "2027-05-01"), Rail.TRANSPORT))
        .matches(failure -> failure.reason().equals("ROLE_MISSING"));
  }

  @Test
  void everyViolationIsNamed() {
    ReviseTargetRequest bad =
        ReviseTargetRequest.newBuilder()
            .setPlanId(Rail.PLAN)
            .setTargetId(Rail.TARGET)
            .setValue("a lot")
            .setDue("soon")
            .setComparatorValue(99)
            .setApprover(" ")
            .setReason("x".repeat(1001))
            .build();

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.revision.handle(bad, Rail.PLAN_OFFICE))
        .satisfies(failure ->
            assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactly(
                    "idempotency_key",
                    "value",
                    "comparator",
                    "due",
                    "document",
                    "approver",
                    "reason",
                    "effective"));
  }

  @Test
  void aRevisionThatDoesNotFitIsRefusedWithWhatWouldFit() {
    ReviseTargetRequest early = request("k", "645.0", "2025-12-31");

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.revision.handle(early, Rail.PLAN_OFFICE))
        .satisfies(failure ->
            assertThat(failure.violations())
                .extracting(Violation::toString)
                .containsExactly(
                    "effective: 2025-12-31 (expected: a date from the plan's start 2026-01-01 to the"
                        + " due date 2030-12-31)",
                    "value: 645.0 (expected: something other than version 1, which is in force on"
                        + " 2025-12-31)"));
    assertThat(new TargetVersions(desk.db, Rail.PLAN).list(Rail.TARGET, null)).hasSize(1);
  }

  @Test
  void comparatorAndDueDateStayUnlessTheyAreGiven() {
    Target same = revise("a", "630", "2027-05-01");
    assertThat(same.getComparator()).isEqualTo(Comparator.COMPARATOR_GE);
    assertThat(same.getDue()).isEqualTo("2030-12-31");

    Target moved =
        desk.revision
            .handle(
                request("b", "630", "2027-06-01").toBuilder()
                    .setComparator(Comparator.COMPARATOR_GT)
                    .setDue("2031-06-30")
                    .build(),
                Rail.PLAN_OFFICE)
            .getTarget();
    assertThat(moved.getComparator()).isEqualTo(Comparator.COMPARATOR_GT);
    assertThat(desk.inForce(Rail.PLAN, Rail.TARGET).getTarget().getDue()).isEqualTo("2031-06-30");
  }

  @Test
  void theSameRevisionSentTwiceIsOneVersion() {
    Target first = revise("k", "630", "2027-05-01");

    assertThat(revise("k", "630", "2027-05-01")).isEqualTo(first);
    assertThat(new TargetVersions(desk.db, Rail.PLAN).list(Rail.TARGET, null)).hasSize(2);
  }

  @Test
  void aTargetThatDoesNotExistIsNotFound() {
    ReviseTargetRequest unknown =
        request("k", "1", "2027-05-01").toBuilder().setTargetId("no-such").build();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.revision.handle(unknown, Rail.PLAN_OFFICE))
        .matches(failure -> failure.kind() == Failure.Kind.NOT_FOUND);
  }

  @Test
  void listsShowTheVersionThatIsInForceToday() {
    revise("k", "630", "2027-05-01");
    revise("l", "620", "2029-01-01");

    Indicator indicator = desk.queries.indicators(Rail.PLAN, today()).getFirst();

    assertThat(indicator.getTargets(0).getValue()).isEqualTo("630");
    assertThat(indicator.getTargets(0).getInstrument().getEffective()).isEqualTo("2027-05-01");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(desk.clock.instant(), Desk.ZONE);
  }

  private Target revise(String key, String value, String effective) {
    return desk.revision.handle(request(key, value, effective), Rail.PLAN_OFFICE).getTarget();
  }

  private static ReviseTargetRequest request(String key, String value, String effective) {
    return ReviseTargetRequest.newBuilder()
        .setPlanId(Rail.PLAN)
        .setTargetId(Rail.TARGET)
        .setIdempotencyKey(key)
        .setValue(value)
        .setDocument("武发改规〔2027〕15号")
        .setApprover("市人民政府常务会议")
        .setReason("12号线分期建设")
        .setEffective(effective)
        .build();
  }
}
