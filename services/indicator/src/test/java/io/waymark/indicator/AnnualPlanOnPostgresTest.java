package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.waymark.indicator.postgres.Verifier;
import io.waymark.indicator.postgres.WhatIfs;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.PinnedKind;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetLink;
import io.waymark.proto.indicator.v1.Trajectory;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.Waypoint;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfResponse;
import io.waymark.proto.indicator.v1.WhatIfTarget;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The schedule of a five-year target goes through the targets of annual plans that serve it. */
@RealPartsTest
class AnnualPlanOnPostgresTest {
  private static final String ANNUAL = "wuhan-annual-2027";
  private static final String ANNUAL_TARGET = "rail-2027";

  private final Desk desk;

  AnnualPlanOnPostgresTest(Parts parts) {
    desk = new Desk(parts);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theAnnualPlanBendsTheFiveYearSchedule() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");
    assertThat(rail().getTarget().getScheduled()).isBetween(598.0, 598.1);
    assertThat(rail().getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);

    annual("2027", "586");
    desk.rollUps.look();

    // 578 + (586 - 578) x 546 / 730 days, by the end of 2027 instead of 645 by that of 2030
    assertThat(rail().getTarget().getScheduled()).isCloseTo(578 + 8 * 546 / 730.0, within(1e-9));
    assertThat(rail().getLights().getPosition()).isEqualTo(Light.LIGHT_AHEAD);
    assertThat(rail().getTarget().getWaypointsList())
        .containsExactly(Waypoint.newBuilder().setDate("2027-12-31").setValue("586").build());
    assertThat(rail().getPins().getVersionsList())
        .filteredOn(pin -> pin.getPlanId().equals(ANNUAL))
        .extracting(pin -> pin.getKind(), pin -> pin.getId(), pin -> pin.getVersion())
        .containsExactly(
            tuple(PinnedKind.PINNED_KIND_PLAN, ANNUAL, 1L),
            tuple(PinnedKind.PINNED_KIND_TARGET, ANNUAL_TARGET, 1L));
    everyJudgementComesOutOfItsPins();
  }

  @Test
  void aRevisedAnnualTargetJudgesTheFiveYearOneAnewAndRestatesWhatItHeldSince() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    annual("2027", "586");
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");
    Judgement before = rail();
    assertThat(before.getLights().getPosition()).isEqualTo(Light.LIGHT_AHEAD);
    desk.clock.set(Instant.parse("2027-08-02T01:00:00Z"));

    revise("640", "2027-06-15");
    desk.rollUps.look();

    double bent = 578 + 62 * 546 / 730.0;
    assertThat(rail().getTarget().getScheduled()).isCloseTo(bent, within(1e-9));
    assertThat(rail().getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);
    Judgement restated = restated();
    assertThat(restated.getAsOf()).isEqualTo("2027-06-30");
    assertThat(restated.getTarget().getScheduled()).isCloseTo(bent, within(1e-9));
    assertThat(restated.getRestatesJudgementId()).isEqualTo(before.getJudgementId());
    assertThat(desk.judged(Rail.PLAN, Rail.TARGET, "2027-06-14").getTarget().getWaypoints(0))
        .extracting(Waypoint::getValue)
        .isEqualTo("586");
    everyJudgementComesOutOfItsPins();
  }

  @Test
  void aRevisionThatTakesEffectLaterBendsTheScheduleOnItsDay() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    annual("2027", "586");
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");

    revise("640", "2027-07-15");
    desk.rollUps.look();
    assertThat(rail().getTarget().getWaypoints(0).getValue()).isEqualTo("586");
    desk.clock.set(Instant.parse("2027-07-15T01:00:00Z"));
    desk.rejudger.look();

    assertThat(rail().getAsOf()).isEqualTo("2027-07-15");
    assertThat(rail().getTarget().getWaypoints(0).getValue()).isEqualTo("640");
  }

  @Test
  void anAnnualTargetBelowWhatIsReachedAsksForNoWayBack() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    annual("2027", "570");
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "578");

    assertThat(rail().getTarget().getScheduled()).isEqualTo(578);
    assertThat(rail().getLights().getPosition())
        .isNotIn(Light.LIGHT_AT_RISK, Light.LIGHT_OFF_TRACK);
  }

  @Test
  void whereTheFiveYearPlanAsksForAStraightLineItStaysOne() {
    ImportPlanRequest.Builder plan = Rail.plan("645").toBuilder();
    plan.getIndicatorsBuilder(0).getTargetsBuilder(0).setTrajectory(Trajectory.TRAJECTORY_LINEAR);
    desk.plans.handle(plan.build(), Rail.PLAN_OFFICE);
    annual("2027", "586");
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");

    assertThat(rail().getTarget().getWaypointsList()).isEmpty();
    assertThat(rail().getTarget().getScheduled()).isBetween(598.0, 598.1);
  }

  @Test
  void aYearThatCountsSomethingElseIsNoStep() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    ImportPlanRequest.Builder growth = annualPlan("2027", "6").toBuilder();
    growth.getIndicatorsBuilder(0).setMeasure(Measure.MEASURE_ANNUAL_GROWTH);
    desk.plans.handle(growth.build(), Rail.PLAN_OFFICE);
    ImportPlanRequest.Builder metres = annualPlan("2028", "586000").toBuilder();
    metres.getIndicatorsBuilder(0).setUnit(Rail.text("米", "m"));
    desk.plans.handle(metres.build(), Rail.PLAN_OFFICE);
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");

    assertThat(rail().getTarget().getWaypointsList()).isEmpty();
  }

  @Test
  void sumsOfYearsAreAddedUpAsLongAsNoneIsMissing() {
    ImportPlanRequest.Builder jobs = Rail.plan("125").toBuilder();
    jobs.getIndicatorsBuilder(0)
        .setMeasure(Measure.MEASURE_CUMULATIVE)
        .getTargetsBuilder(0)
        .clearBaseValue();
    desk.plans.handle(jobs.build(), Rail.PLAN_OFFICE);
    for (String year : new String[] {"2026", "2027", "2029"}) {
      ImportPlanRequest.Builder one = annualPlan(year, "22").toBuilder();
      one.getIndicatorsBuilder(0).setMeasure(Measure.MEASURE_CUMULATIVE);
      desk.plans.handle(one.build(), Rail.PLAN_OFFICE);
    }
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "33");

    assertThat(rail().getTarget().getWaypointsList())
        .extracting(Waypoint::getDate, Waypoint::getValue)
        .containsExactly(tuple("2026-12-31", "22"), tuple("2027-12-31", "44"));
    everyJudgementComesOutOfItsPins();
  }

  @Test
  void aSupposedAnnualTargetBendsTheFiveYearScheduleAsItsRevisionWould() {
    desk.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    annual("2027", "586");
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");

    WhatIfResponse supposed = suppose(ANNUAL_TARGET, "640");

    Judgement served = supposed.getChanges(supposed.getChangesCount() - 1).getAfter();
    assertThat(served.getPlanId()).isEqualTo(Rail.PLAN);
    assertThat(served.getTarget().getWaypoints(0).getValue()).isEqualTo("640");
    assertThat(served.getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);
    assertThat(rail().getTarget().getWaypoints(0).getValue()).isEqualTo("586");
    revise("640", "2027-06-30");
    desk.rollUps.look();
    assertThat(rail().getTarget().getScheduled()).isEqualTo(served.getTarget().getScheduled());
    assertThat(rail().getLights()).isEqualTo(served.getLights());
  }

  /** Each plan names the other's target, and both targets have one name. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aWhatIfOverPlansThatServeEachOtherEnds() {
    ImportPlanRequest.Builder annual = annualPlan("2027", "586").toBuilder();
    annual.getIndicatorsBuilder(0).getTargetsBuilder(0).setTargetId(Rail.TARGET);
    ImportPlanRequest.Builder fiveYears = Rail.plan("645").toBuilder();
    fiveYears
        .getIndicatorsBuilder(0)
        .getTargetsBuilder(0)
        .setServes(TargetLink.newBuilder().setPlanId(ANNUAL).setTargetId(Rail.TARGET));
    desk.plans.handle(annual.build(), Rail.PLAN_OFFICE);
    desk.plans.handle(fiveYears.build(), Rail.PLAN_OFFICE);
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");

    WhatIfResponse supposed = suppose(Rail.TARGET, "640");

    assertThat(supposed.getJudged()).isEqualTo(2);
    assertThat(supposed.getChangesList())
        .extracting(change -> change.getAfter().getPlanId())
        .containsExactly(ANNUAL, Rail.PLAN);
    assertThat(supposed.getChanges(1).getAfter().getTarget().getWaypoints(0).getValue())
        .isEqualTo("640");
  }

  private WhatIfResponse suppose(String targetId, String value) {
    WhatIfRequest question =
        WhatIfRequest.newBuilder()
            .setPlanId(ANNUAL)
            .addTargets(WhatIfTarget.newBuilder().setTargetId(targetId).setValue(value))
            .build();
    return new WhatIfs(desk.db)
        .judge(question, LocalDate.parse("2027-06-30"), desk.clock.instant());
  }

  private Judgement rail() {
    return desk.inForce(Rail.PLAN, Rail.TARGET);
  }

  private Judgement restated() {
    return desk.queries.history(Rail.PLAN, Rail.TARGET).stream()
        .filter(judgement -> !judgement.getRestatesJudgementId().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private void everyJudgementComesOutOfItsPins() {
    Verifier verifier = new Verifier(desk.db);
    desk.db
        .fetch("select judgement_id from judgement where plan_id = ?", Rail.PLAN)
        .map(r -> r.get(0, UUID.class).toString())
        .forEach(id -> {
          var reply = verifier.verify(Rail.PLAN, id);
          assertThat(reply.getVerification())
              .as(reply.getWords().getEn())
              .isEqualTo(Verification.VERIFICATION_SAME);
        });
  }

  private void revise(String value, String effective) {
    desk.revision.handle(
        ReviseTargetRequest.newBuilder()
            .setPlanId(ANNUAL)
            .setTargetId(ANNUAL_TARGET)
            .setIdempotencyKey("k")
            .setValue(value)
            .setDocument("WFGG (2027) 9")
            .setApprover("Municipal Government")
            .setReason("brought forward")
            .setEffective(effective)
            .build(),
        Rail.PLAN_OFFICE);
  }

  private void annual(String year, String value) {
    desk.plans.handle(annualPlan(year, value), Rail.PLAN_OFFICE);
  }

  private static ImportPlanRequest annualPlan(String year, String value) {
    Indicator rail = Rail.plan("645").getIndicators(0);
    return ImportPlanRequest.newBuilder()
        .setPlan(
            Plan.newBuilder()
                .setPlanId("wuhan-annual-" + year)
                .setName(Rail.text(year + "年计划", "Annual plan " + year))
                .setParentPlanId(Rail.PLAN)
                .setStart(year + "-01-01")
                .setEnd(year + "-12-31"))
        .addIndicators(
            rail.toBuilder()
                .setIndicatorId("rail")
                .clearTargets()
                .addTargets(
                    Target.newBuilder()
                        .setTargetId("rail-" + year)
                        .setValue(value)
                        .setComparator(Comparator.COMPARATOR_GE)
                        .setDue(year + "-12-31")
                        .setServes(
                            TargetLink.newBuilder().setPlanId(Rail.PLAN).setTargetId(Rail.TARGET))))
        .build();
  }
}
