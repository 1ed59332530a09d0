package io.waymark.indicator;

import static io.waymark.indicator.Parks.CITY;
import static io.waymark.indicator.Parks.PARKS;
import static io.waymark.indicator.Parks.TARGET;
import static io.waymark.indicator.Parks.city;
import static io.waymark.indicator.Parks.district;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.indicator.postgres.WhatIfs;
import io.waymark.proto.indicator.v1.Cause;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.RollUpMethod;
import io.waymark.proto.indicator.v1.WhatIfChange;
import io.waymark.proto.indicator.v1.WhatIfFigure;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealPartsTest
class RollUpTest {
  private final Desk desk;

  RollUpTest(Parts parts) {
    desk = new Desk(parts);
  }

  @BeforeEach
  void load() {
    desk.plans.handle(city("north", "south"), Rail.PLAN_OFFICE);
    desk.plans.handle(district("north", "40", "60"), Rail.PLAN_OFFICE);
    desk.plans.handle(district("south", "60", "90"), Rail.PLAN_OFFICE);
    desk.observe("north", PARKS, "2027-03-31", "45");
    desk.observe("south", PARKS, "2027-03-31", "68");
    rollUp();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theCityStandsWhereItsDistrictsStandTogether() {
    Judgement city = desk.inForce(CITY, TARGET);

    assertThat(city.getTarget().getValue()).isEqualTo("113");
    assertThat(city.getTarget().getValueDate()).isEqualTo("2027-03-31");
    assertThat(city.getOutlook().getPMeet()).isBetween(0.05, 0.95);
    assertThat(city.getOutlook().getFanCount()).isGreaterThan(1);
    assertThat(city.getPins().getInputIdsCount()).isEqualTo(2);
  }

  @Test
  void theGapIsAttributedToTheDistrictsAndAddsUp() {
    Judgement city = desk.inForce(CITY, TARGET);

    assertThat(city.getCausesList())
        .extracting(Cause::getPartPlanId)
        .containsExactlyInAnyOrder("north", "south", "");
    assertThat(city.getCausesList().stream().mapToDouble(Cause::getAmount).sum())
        .isCloseTo(city.getTarget().getExpectedGap(), within(1e-9));
    assertThat(city.getCausesList())
        .filteredOn(cause -> cause.getPartPlanId().equals("north"))
        .allSatisfy(cause -> {
          assertThat(cause.getName().getZh()).isEqualTo("北区");
          assertThat(cause.getLeadBureauId()).isEqualTo("gardens");
        });
    assertThat(city.getSentence().getEn()).contains("Held back most by");
  }

  @Test
  void oneLateDistrictReportTouchesTheCityAndIsItsCause() {
    Judgement before = desk.inForce(CITY, TARGET);

    desk.observe("south", PARKS, "2027-06-30", "60");
    assertThat(desk.inForce(CITY, TARGET)).isEqualTo(before); // queued, not locked
    rollUp();

    Judgement after = desk.inForce(CITY, TARGET);
    assertThat(after.getOutlook().getPMeet()).isLessThan(before.getOutlook().getPMeet() - 0.05);
    assertThat(after.getTarget().getValue()).isEqualTo("113"); // the north has not reported June
    assertThat(after.getCauseEventId())
        .isEqualTo(desk.inForce("south", TARGET).getCauseEventId())
        .isNotEmpty();
    assertThat(
            desk.announced("waymark.indicator.judgement.v1", JudgementEvent.parser())
                .getLast()
                .getJudgement()
                .getPlanId())
        .isEqualTo(CITY);
    desk.observe("north", PARKS, "2027-06-30", "50");
    rollUp();
    assertThat(desk.inForce(CITY, TARGET).getTarget().getValue()).isEqualTo("110");
  }

  @Test
  void manyReportsOfOneMomentMakeOneJudgementOfTheCity() {
    int judged = desk.queries.history(CITY, TARGET).size();

    desk.observe("south", PARKS, "2027-06-30", "66");
    desk.observe("north", PARKS, "2027-06-30", "44");
    rollUp();

    assertThat(desk.queries.history(CITY, TARGET)).hasSize(judged + 1);
    assertThat(desk.db.fetchCount(org.jooq.impl.DSL.table("roll_up_due"))).isZero();
  }

  @Test
  void aCityWithFiguresOfItsOwnStandsWhereTheySay() {
    desk.observe(CITY, PARKS, "2027-06-30", "118");

    Judgement city = desk.inForce(CITY, TARGET);
    assertThat(city.getTarget().getValue()).isEqualTo("118");
    assertThat(city.getCausesList()).extracting(Cause::getPartPlanId).contains("north", "south");
  }

  @Test
  void aRevisedDistrictTargetReachesTheCityToo() {
    desk.revision.handle(
        io.waymark.proto.indicator.v1.ReviseTargetRequest.newBuilder()
            .setPlanId("south")
            .setTargetId(TARGET)
            .setIdempotencyKey("k")
            .setValue("80")
            .setDocument("D")
            .setApprover("A")
            .setReason("R")
            .setEffective("2027-06-01")
            .build(),
        Rail.PLAN_OFFICE);
    rollUp();

    // 150 was the sum of the districts' targets and the city's; now ten are nobody's.
    assertThat(desk.inForce(CITY, TARGET).getCausesList())
        .filteredOn(cause -> cause.getPartPlanId().isEmpty())
        .singleElement()
        .satisfies(cause -> {
          assertThat(cause.getAmount()).isCloseTo(-10, within(1e-9));
          assertThat(cause.getName().getEn()).isEqualTo("What the parts' targets lack of this one");
        });
  }

  @Test
  void aDistrictThatIsNotLoadedYetIsNamedAndTheCityWaits() {
    desk.plans.handle(city("north", "south", "west"), Rail.PLAN_OFFICE);

    Judgement city = desk.inForce(CITY, TARGET);
    assertThat(city.getLights().getOverall()).isEqualTo(Light.LIGHT_UNKNOWN);
    assertThat(desk.queries.inForce(CITY, TARGET).steps().getStepsList())
        .anySatisfy(step -> assertThat(step.getArithmetic()).isEqualTo("west/parks"));

    desk.plans.handle(district("west", "10", "20"), Rail.PLAN_OFFICE);
    desk.observe("west", PARKS, "2027-03-31", "11");
    rollUp();
    assertThat(desk.inForce(CITY, TARGET).getTarget().getValue()).isEqualTo("124");
  }

  @Test
  void aWhatIfInADistrictShowsTheCity() {
    WhatIfRequest request =
        WhatIfRequest.newBuilder()
            .setPlanId("south")
            .addFigures(
                WhatIfFigure.newBuilder()
                    .setIndicatorId(PARKS)
                    .setPeriodEnd("2027-06-30")
                    .setValue("60"))
            .build();
    long rows = desk.rows();

    List<WhatIfChange> changes =
        new WhatIfs(desk.db)
            .judge(request, LocalDate.parse("2027-06-30"), desk.clock.instant())
            .getChangesList();

    assertThat(changes)
        .extracting(change -> change.getAfter().getPlanId())
        .containsExactly("south", CITY);
    assertThat(changes.getLast().getAfter().getOutlook().getPMeet())
        .isLessThan(changes.getLast().getBefore().getOutlook().getPMeet());
    assertThat(desk.rows()).isEqualTo(rows);
  }

  @Test
  void aCircleAndOtherFaultsAreRefused() {
    ImportPlanRequest circle =
        city("north").toBuilder().setPlan(city().getPlan().toBuilder().setPlanId("north")).build();
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.plans.handle(circle, Rail.PLAN_OFFICE))
        .withMessageContaining("indicators.rolls_up: parks");

    ImportPlanRequest.Builder bad = city("north", "north").toBuilder();
    bad.getPlanBuilder().setParentPlanId(CITY);
    bad.getIndicatorsBuilder(0)
        .getRollsUpBuilder()
        .setMethod(RollUpMethod.ROLL_UP_METHOD_UNSPECIFIED)
        .getPartsBuilder(0)
        .setWeight("0");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> desk.plans.handle(bad.build(), Rail.PLAN_OFFICE))
        .satisfies(failure ->
            assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactly(
                    "plan.parent_plan_id",
                    "indicators[0].rolls_up.method",
                    "indicators[0].rolls_up.parts[0].weight",
                    "indicators[0].rolls_up.parts[1]"));
  }

  private void rollUp() {
    while (desk.rollUps.look() > 0) {
      // until nothing waits
    }
  }
}
