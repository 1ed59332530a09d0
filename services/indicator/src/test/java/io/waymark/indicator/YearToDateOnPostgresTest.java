package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.Waypoint;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures that start again each January, from the plan to the verdict. */
@RealPartsTest
class YearToDateOnPostgresTest {
  private final RailOnPostgres rail;

  YearToDateOnPostgresTest(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
    rail.on("2027-02-10");
  }

  @AfterEach
  void close() {
    rail.close();
  }

  private void load(boolean yearToDate) {
    ImportPlanRequest.Builder plan = Rail.plan("700").toBuilder();
    plan.getIndicatorsBuilder(0)
        .setYearToDate(yearToDate)
        .setReportingFrequency("monthly")
        .getTargetsBuilder(0)
        .clearBaseValue();
    rail.plans.handle(plan.build(), Rail.PLAN_OFFICE);
    for (int year = 2023; year <= 2026; year++) {
      double total = 500 + 30 * (year - 2023) + (year % 2 == 0 ? 8 : 0);
      rail.figure(LocalDate.of(year, 1, 31).toString(), String.valueOf(Math.round(total / 20)));
      rail.figure(LocalDate.of(year, 12, 31).toString(), String.valueOf(Math.round(total)));
    }
    rail.figure("2027-01-31", "31");
  }

  @Test
  void theFigureOfJanuaryIsSeenAsPartOfAYear() {
    load(true);
    Judgement judgement = rail.inForce(Rail.TARGET);
    assertThat(judgement.getTarget().getValue()).isEqualTo("599");
    assertThat(judgement.getTarget().getCountedList())
        .last()
        .isEqualTo(Waypoint.newBuilder().setDate("2027-01-31").setValue("599").build());
    assertThat(judgement.getLights().getPosition()).isNotEqualTo(Light.LIGHT_OFF_TRACK);
    assertThat(judgement.getOutlook().getAtDue().getP50()).isBetween(620.0, 780.0);
    assertThat(rail.verifier.verify(Rail.PLAN, Rail.TARGET).getVerification())
        .isEqualTo(Verification.VERIFICATION_SAME);
  }

  @Test
  void withoutTheWordTheSameFiguresLookLikeACollapse() {
    load(false);
    assertThat(rail.inForce(Rail.TARGET).getLights().getPosition())
        .isEqualTo(Light.LIGHT_OFF_TRACK);
  }
}
