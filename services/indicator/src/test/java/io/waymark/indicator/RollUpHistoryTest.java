package io.waymark.indicator;

import static io.waymark.indicator.Parks.CITY;
import static io.waymark.indicator.Parks.PARKS;
import static io.waymark.indicator.Parks.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waymark.indicator.postgres.Verifier;
import io.waymark.indicator.postgres.WhatIfs;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementRestated;
import io.waymark.proto.indicator.v1.PinnedKind;
import io.waymark.proto.indicator.v1.PinnedPart;
import io.waymark.proto.indicator.v1.PinnedVersion;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.RollUp;
import io.waymark.proto.indicator.v1.RollUpMethod;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifyJudgementResponse;
import io.waymark.proto.indicator.v1.WhatIfFigure;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was held of a whole can be made again, and follows what its parts correct. */
@RealPartsTest
class RollUpHistoryTest {
  private static final String PROVINCE = "province-15";

  private final Desk desk;

  RollUpHistoryTest(Parts parts) {
    desk = new Desk(parts);
  }

  @BeforeEach
  void load() {
    desk.plans.handle(Parks.city("north", "south"), Rail.PLAN_OFFICE);
    desk.plans.handle(Parks.district("north", "40", "60"), Rail.PLAN_OFFICE);
    desk.plans.handle(Parks.district("south", "60", "90"), Rail.PLAN_OFFICE);
    desk.observe("north", PARKS, "2027-03-31", "45");
    desk.observe("south", PARKS, "2027-03-31", "68");
    rollUp();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aWholePinsWhatEachOfItsPartsStandsOn() {
    List<PinnedPart> parts = desk.inForce(CITY, TARGET).getPins().getPartsList();

    assertThat(parts).extracting(PinnedPart::getPlanId).containsExactly("north", "south");
    assertThat(parts)
        .allSatisfy(part -> {
          assertThat(part.getPins().getInputIdsCount()).isEqualTo(1);
          assertThat(part.getPins().getVersionsList())
              .extracting(PinnedVersion::getKind)
              .containsExactly(
                  PinnedKind.PINNED_KIND_PLAN,
                  PinnedKind.PINNED_KIND_INDICATOR,
                  PinnedKind.PINNED_KIND_TARGET);
        });
  }

  @Test
  void aWholeIsMadeAgainToTheSameBytesWhateverItsPartsBecameSince() {
    Judgement held = desk.inForce(CITY, TARGET);

    desk.observe("south", PARKS, "2027-06-30", "60");
    desk.observe("north", PARKS, "2027-03-31", "44");
    revise("south", "80");
    desk.plans.handle(Parks.district("north", "41", "61"), Rail.PLAN_OFFICE);
    rollUp();

    assertThat(desk.inForce(CITY, TARGET)).isNotEqualTo(held);
    VerifyJudgementResponse then = verified(held);
    assertThat(then.getVerification()).isEqualTo(Verification.VERIFICATION_SAME);
    assertThat(then.getRecomputedSha256()).isEqualTo(then.getStoredSha256()).isNotEmpty();
    assertThat(verified(desk.inForce(CITY, TARGET)).getVerification())
        .isEqualTo(Verification.VERIFICATION_SAME);
  }

  @Test
  void aLateDistrictFigureRestatesWhatWasHeldOfTheCity() {
    Judgement held = desk.inForce(CITY, TARGET);
    desk.clock.advance(Duration.ofDays(40));
    desk.observe("north", PARKS, "2027-06-30", "47");
    desk.observe("south", PARKS, "2027-06-30", "52");
    rollUp();

    Judgement restated = told(CITY, "2027-06-30");
    assertThat(restated.getRestatesJudgementId()).isEqualTo(held.getJudgementId());
    assertThat(restated.getTarget().getValue()).isEqualTo("99");
    assertThat(restated.getCause().getEn())
        .contains("Parks: the figure of 2027-06-30 (52) came on");
    assertThat(desk.announced("waymark.indicator.restatement.v1", JudgementRestated.parser()))
        .extracting(event -> event.getJudgement().getPlanId())
        .contains("north", "south", CITY);
    assertThat(verified(restated).getVerification()).isEqualTo(Verification.VERIFICATION_SAME);
  }

  @Test
  void theCitysPastIsJudgedByTheDistrictTargetsOfThatDay() {
    desk.clock.advance(Duration.ofDays(40));
    revise("south", "140");
    rollUp();
    desk.observe("south", PARKS, "2027-06-29", "52");
    rollUp();

    // 60 + 90 are the 150 of the city: nothing was lacking then, whatever is asked of the south
    // since.
    assertThat(told(CITY, "2027-06-30").getCausesList())
        .filteredOn(cause -> cause.getPartPlanId().isEmpty())
        .allSatisfy(cause -> assertThat(cause.getAmount()).isCloseTo(0, within(1e-9)));
  }

  @Test
  void aWholeOfWholesStandsWhereTheLowestPartsStandAndAWhatIfReachesIt() {
    desk.plans.handle(province(), Rail.PLAN_OFFICE);
    rollUp();
    assertThat(desk.inForce(PROVINCE, TARGET).getTarget().getValue()).isEqualTo("113");

    WhatIfRequest request =
        WhatIfRequest.newBuilder()
            .setPlanId("south")
            .addFigures(
                WhatIfFigure.newBuilder()
                    .setIndicatorId(PARKS)
                    .setPeriodEnd("2027-06-30")
                    .setValue("60"))
            .build();
    var changes =
        new WhatIfs(desk.db)
            .judge(request, LocalDate.parse("2027-06-30"), desk.clock.instant())
            .getChangesList();
    assertThat(changes)
        .extracting(change -> change.getAfter().getPlanId())
        .containsExactly("south", CITY, PROVINCE);
    assertThat(changes.getLast().getAfter().getOutlook().getPMeet())
        .isLessThan(changes.getLast().getBefore().getOutlook().getPMeet());

    desk.observe("south", PARKS, "2027-06-30", "60");
    rollUp();
    assertThat(desk.inForce(PROVINCE, TARGET).getOutlook().getAtDue())
        .isEqualTo(changes.getLast().getAfter().getOutlook().getAtDue());
    assertThat(verified(desk.inForce(PROVINCE, TARGET)).getVerification())
        .isEqualTo(Verification.VERIFICATION_SAME);
  }

  private VerifyJudgementResponse verified(Judgement judgement) {
    return new Verifier(desk.db).verify(judgement.getPlanId(), judgement.getJudgementId());
  }

  /** What is now told of a day. */
  private Judgement told(String planId, String asOf) {
    return desk.queries.history(planId, TARGET).stream()
        .filter(judgement -> judgement.getAsOf().equals(asOf))
        .max(Comparator.comparingLong(Judgement::getVersion))
        .orElseThrow();
  }

  private void revise(String planId, String value) {
    desk.revision.handle(
        ReviseTargetRequest.newBuilder()
            .setPlanId(planId)
            .setTargetId(TARGET)
            .setIdempotencyKey("revise-" + value)
            .setValue(value)
            .setDocument("D")
            .setApprover("A")
            .setReason("R")
            .setEffective(desk.today().toString())
            .build(),
        Rail.PLAN_OFFICE);
  }

  private void rollUp() {
    while (desk.rollUps.look() > 0) {
      // until nothing waits
    }
  }

  private static ImportPlanRequest province() {
    RollUp.Builder cities =
        RollUp.newBuilder()
            .setMethod(RollUpMethod.ROLL_UP_METHOD_SUM)
            .addParts(RollUpPart.newBuilder().setPlanId(CITY).setIndicatorId(PARKS));
    return Parks.plan(PROVINCE, Parks.parks("100", "150").setRollsUp(cities));
  }
}
