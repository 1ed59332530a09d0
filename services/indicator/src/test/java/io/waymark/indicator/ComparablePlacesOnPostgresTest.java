package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rail's own history is two figures; two places like it have ten years each. */
@RealPartsTest
class ComparablePlacesOnPostgresTest {
  private final RailOnPostgres rail;

  ComparablePlacesOnPostgresTest(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
    rail.on("2027-03-31");
  }

  @AfterEach
  void close() {
    rail.close();
  }

  private void load(String referenceClass) {
    ImportPlanRequest.Builder plan = Rail.plan("700").toBuilder();
    Indicator.Builder own =
        plan.getIndicatorsBuilder(0)
            .setReferenceClass(referenceClass)
            .setReportingFrequency("yearly");
    for (String place : new String[] {"rail-east", "rail-west"}) {
      plan.addIndicators(own.build().toBuilder().setIndicatorId(place).clearTargets());
    }
    rail.plans.handle(plan.build(), Rail.PLAN_OFFICE);
    for (int year = 2016; year <= 2026; year++) {
      long grown = Math.round(300 * StrictMath.pow(1.09, year - 2016) + year % 3);
      rail.figure("rail-east", year + "-12-31", String.valueOf(grown));
      rail.figure("rail-west", year + "-12-31", String.valueOf(grown + (year % 2 == 0 ? 0 : 7)));
    }
    rail.figure("2025-12-31", "578");
    rail.figure("2026-12-31", "580");
  }

  private double chance() {
    return rail.inForce(Rail.TARGET).getOutlook().getPMeet();
  }

  @Test
  void placesOfOneClassInformAShortHistory() {
    load("");
    double alone = chance();
    load("rail-length");
    rail.figure("2026-12-31", "581");
    assertThat(chance()).isGreaterThan(alone + 0.1);
  }

  @Test
  void theirFiguresArePinnedAndTheJudgementComesOutAgain() {
    load("rail-length");
    Judgement judgement = rail.inForce(Rail.TARGET);
    assertThat(judgement.getPins().getInputIdsCount()).isGreaterThan(20);
    rail.figure("rail-east", "2026-12-31", "9");
    assertThat(rail.verifier.verify(Rail.PLAN, Rail.TARGET).getVerification())
        .isEqualTo(Verification.VERIFICATION_SAME);
  }
}
