package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.Trajectory;
import io.waymark.proto.indicator.v1.Waypoint;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Annual targets beside the five-year one, each judged on its own due date. */
@RealPartsTest
class AnnualTargetsTest {
  private final Desk desk;

  AnnualTargetsTest(Parts parts) {
    desk = new Desk(parts);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void eachTargetIsJudgedOnItsOwnDueDate() {
    desk.plans.handle(plan(Trajectory.TRAJECTORY_UNSPECIFIED), Rail.PLAN_OFFICE);
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2026-12-31", "581");
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");

    Judgement first = desk.inForce(Rail.PLAN, "rail-transit-length-2026");
    assertThat(first.getTarget().getDue()).isEqualTo("2026-12-31");
    assertThat(first.getOutlook().getPMeet()).isEqualTo(1); // decided by the figure of its day
    Judgement second = desk.inForce(Rail.PLAN, "rail-transit-length-2027");
    assertThat(second.getTarget().getScheduled()).isLessThan(592);
    assertThat(desk.inForce(Rail.PLAN, Rail.INDICATOR).getSubjectId()).isEqualTo(Rail.TARGET);
  }

  @Test
  void theFiveYearScheduleGoesThroughThemWhereThePlanSaysSo() {
    desk.plans.handle(plan(Trajectory.TRAJECTORY_UNSPECIFIED), Rail.PLAN_OFFICE);
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");
    Judgement straight = desk.inForce(Rail.PLAN, Rail.TARGET);
    assertThat(straight.getTarget().getScheduled()).isBetween(598.0, 598.1);
    assertThat(straight.getLights().getPosition()).isEqualTo(Light.LIGHT_OFF_TRACK);

    desk.plans.handle(plan(Trajectory.TRAJECTORY_ANNUAL_TARGETS), Rail.PLAN_OFFICE);

    Judgement stepped = desk.inForce(Rail.PLAN, Rail.TARGET);
    assertThat(stepped.getTarget().getScheduled()).isCloseTo(580 + 12 * 181 / 365.0, within(1e-9));
    assertThat(stepped.getLights().getPosition()).isEqualTo(Light.LIGHT_ON_TRACK);
    assertThat(stepped.getTarget().getWaypointsList())
        .extracting(Waypoint::getDate)
        .containsExactly("2026-12-31", "2027-12-31");
  }

  @Test
  void aRevisedAnnualTargetBendsTheSchedule() {
    desk.plans.handle(plan(Trajectory.TRAJECTORY_ANNUAL_TARGETS), Rail.PLAN_OFFICE);
    desk.observe(Rail.PLAN, Rail.INDICATOR, "2027-06-30", "586");

    desk.revision.handle(
        ReviseTargetRequest.newBuilder()
            .setPlanId(Rail.PLAN)
            .setTargetId("rail-transit-length-2027")
            .setIdempotencyKey("k")
            .setValue("620")
            .setDocument("D")
            .setApprover("A")
            .setReason("R")
            .setEffective("2027-06-01")
            .build(),
        Rail.PLAN_OFFICE);

    assertThat(desk.inForce(Rail.PLAN, Rail.TARGET).getTarget().getScheduled())
        .isCloseTo(580 + 40 * 181 / 365.0, within(1e-9));
    assertThat(desk.judged(Rail.PLAN, Rail.TARGET, "2027-05-31").getTarget().getWaypoints(1))
        .extracting(Waypoint::getValue)
        .isEqualTo("592");
  }

  private static ImportPlanRequest plan(Trajectory trajectory) {
    ImportPlanRequest plan = Rail.plan("645");
    Indicator indicator = plan.getIndicators(0);
    return plan.toBuilder()
        .setIndicators(
            0,
            indicator.toBuilder()
                .setTargets(0, indicator.getTargets(0).toBuilder().setTrajectory(trajectory))
                .addTargets(annual("2026", "580"))
                .addTargets(annual("2027", "592")))
        .build();
  }

  private static Target.Builder annual(String year, String value) {
    return Target.newBuilder()
        .setTargetId("rail-transit-length-" + year)
        .setValue(value)
        .setComparator(Comparator.COMPARATOR_GE)
        .setDue(year + "-12-31")
        .setBaseValue("578");
  }
}
