package io.waymark.indicator.domain.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.FindingGravity;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetLink;
import org.junit.jupiter.api.Test;

/** What parent and child plans want of each other must not contradict. */
class ParentAndChildTest extends DecomposedCity {
  @Test
  void aChildThatAsksForLessThanItsShareIsLater_countsOtherwiseAndRunsTheOtherWayIsListed() {
    shares.add(
        districts(share("jiangan", "125").setChildPlanId("jiangan-15").setChildTargetId("jobs")));
    Plan child = plan("jiangan-15", "2026-01-01", "2031-12-31", "city-15");
    Indicator theirs =
        jobs()
            .setDirection(Direction.DIRECTION_UP)
            .setUnit(text("人", "persons"))
            .addTargets(target("jobs", "100", "2031-06-30"))
            .build();

    assertThat(told(child, theirs).getFindingsList())
        .extracting(DecompositionFinding::getFault)
        .containsExactly(
            DecompositionFault.DECOMPOSITION_FAULT_CHILD_BELOW,
            DecompositionFault.DECOMPOSITION_FAULT_UNIT,
            DecompositionFault.DECOMPOSITION_FAULT_LATER);
    assertThat(told(child, theirs).getFindings(0).getWords().getEn())
        .contains("the share is 1.25 million persons")
        .contains("250,000 persons less than its share");
    assertThat(
            told(child, theirs.toBuilder().setDirection(Direction.DIRECTION_DOWN).build())
                .getFindingsList())
        .extracting(DecompositionFinding::getFault)
        .contains(DecompositionFault.DECOMPOSITION_FAULT_DIRECTION);
  }

  @Test
  void anAnnualTargetBelowTheYearsShareIsListedAndOneThatMeetsItIsNot() {
    shares.add(years(ShareMethod.SHARE_METHOD_SUM, "25", "25", "25", "25", "25"));
    Plan annual = plan("annual-2027", "2027-01-01", "2027-12-31", "city-15");
    TargetLink serves =
        TargetLink.newBuilder().setPlanId("city-15").setTargetId("jobs-2030").build();
    Target.Builder year = target("jobs-2027", "22", "2027-12-31").setServes(serves);

    assertThat(only(told(annual, jobs().addTargets(year).build())).getWords().getZh())
        .isEqualTo("“城镇新增就业”：分到 25 万人，下级目标只有 ≥ 22 万人，相差 3 万人。");
    GetDecompositionResponse fits = told(annual, jobs().addTargets(year.setValue("25")).build());
    assertThat(fits.getFindingsList()).isEmpty();
    assertThat(fits.getLinks(0).getChildFigure().getZh()).isEqualTo("≥ 25 万人");
    assertThat(fits.getRelated(0).getLinks()).isEqualTo(1);
  }

  @Test
  void anAnnualTargetBelowTheFigureThatTheFiveYearPlanStatesForThatDayIsListed() {
    jobs.setMeasure(Measure.MEASURE_LEVEL);
    steps.add(target("jobs-2027", "50", "2027-12-31"));
    Plan annual = plan("annual-2027", "2027-01-01", "2027-12-31", "city-15");
    Target.Builder year =
        target("jobs-2027", "48", "2027-12-31")
            .setServes(
                TargetLink.newBuilder().setPlanId("city-15").setTargetId("jobs-2030").build());
    Indicator.Builder theirs = jobs().setMeasure(Measure.MEASURE_LEVEL);

    assertThat(only(told(annual, theirs.addTargets(year).build())).getFault())
        .isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_CHILD_BELOW);
    assertThat(told(annual, theirs.setTargets(0, year.setValue("50")).build()).getFindingsList())
        .isEmpty();
    // A sum since the plan began is no measure of a year's.
    jobs.setMeasure(Measure.MEASURE_CUMULATIVE);
    Indicator sum =
        theirs.setMeasure(Measure.MEASURE_CUMULATIVE).setTargets(0, year.setValue("25")).build();
    assertThat(told(annual, sum).getFindingsList()).isEmpty();
  }

  @Test
  void aParentThatWasRevisedAfterTheChildIsListed() {
    Plan child = plan("jiangan-15", "2026-01-01", "2030-12-31", "city-15");
    Target.Builder theirs =
        target("jobs", "10", "2030-12-31")
            .setInstrument(recorded(InstrumentKind.INSTRUMENT_KIND_PLAN, 100))
            .setServes(TargetLink.newBuilder().setPlanId("city-15").setTargetId("jobs-2030"));
    target.setInstrument(
        recorded(InstrumentKind.INSTRUMENT_KIND_REVISION, 200).toBuilder()
            .setDocument("武发改规〔2028〕15号")
            .setEffective("2028-07-01"));

    DecompositionFinding finding = only(told(child, jobs().addTargets(theirs).build()));
    assertThat(finding.getFault()).isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_PARENT_REVISED);
    assertThat(finding.getWords().getZh()).contains("武发改规〔2028〕15号").contains("2028-07-01");

    theirs.setInstrument(recorded(InstrumentKind.INSTRUMENT_KIND_REVISION, 300));
    assertThat(told(child, jobs().addTargets(theirs).build()).getFindingsList()).isEmpty();
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() {
    shares.add(
        districts(share("jiangan", "125").setChildPlanId("jiangan-15").setChildTargetId("jobs")));

    assertThat(only(told()).getFault())
        .isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_NOT_LOADED);
  }

  @Test
  void plansWithoutACommonYearAreNoted() {
    Plan before = plan("jiangan-14", "2021-01-01", "2025-12-31", "city-15");

    DecompositionFinding finding = only(told(before, jobs().build()));
    assertThat(finding.getFault()).isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_PERIODS);
    assertThat(finding.getGravity()).isEqualTo(FindingGravity.FINDING_GRAVITY_NOTE);
  }
}
