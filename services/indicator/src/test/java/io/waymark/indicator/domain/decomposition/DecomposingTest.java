package io.waymark.indicator.domain.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.waymark.proto.indicator.v1.CheckedDecomposition;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.FindingGravity;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Instrument;
import io.waymark.proto.indicator.v1.InstrumentKind;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.Plan;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetLink;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauLevel;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 1.25 million new urban jobs in five years: a city's target and those who are to bring them. */
class DecomposingTest {
  private static final Plan CITY = plan("city-15", "2026-01-01", "2030-12-31", "");
  private final Map<String, Bureau> bureaus = new HashMap<>();
  private final Map<String, Set<String>> contributors = new HashMap<>();
  private final List<Decomposition> shares = new ArrayList<>();
  private final List<Target.Builder> steps = new ArrayList<>();
  private Indicator.Builder jobs = jobs();
  private Target.Builder target = target("jobs-2030", "125", "2030-12-31");

  @Test
  void yearsThatAddUpAreNoFinding() {
    shares.add(years(ShareMethod.SHARE_METHOD_SUM, "25", "25", "25", "25", "25"));

    GetDecompositionResponse told = told();
    CheckedDecomposition checked = told.getDecompositions(0);

    assertThat(told.getFindingsList()).isEmpty();
    assertThat(checked.getCombined()).isEqualTo("125");
    assertThat(checked.getExpected()).isEqualTo("125");
    assertThat(checked.getTolerance()).isEqualTo("0.125");
    assertThat(checked.getArithmetic()).isEqualTo("25 + 25 + 25 + 25 + 25 = 125");
    assertThat(checked.getAssignees(1).getZh()).isEqualTo("2027年");
    assertThat(told.getUndecomposedTargetIdsList()).isEmpty();
  }

  @Test
  void sharesThatFallShortAreToldWithTheirNumbers() {
    shares.add(years(ShareMethod.SHARE_METHOD_SUM, "25", "25", "25", "25", "20"));

    DecompositionFinding finding = only(told());

    assertThat(finding.getFault()).isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_SHORT);
    assertThat(finding.getGravity()).isEqualTo(FindingGravity.FINDING_GRAVITY_FAULT);
    assertThat(finding.getWords().getZh())
        .isEqualTo(
            "“城镇新增就业”：分解合计 120 万人（25 + 25 + 25 + 25 + 20 = 120），目标为 125 万人，少 5 万人；允许差 0.125 万人。");
    assertThat(finding.getWords().getEn())
        .isEqualTo(
            "New urban jobs: the shares come to 1.2 million persons (25 + 25 + 25 + 25 + 20 = 120, in 10,000 persons), the target asks for 1.25 million persons: 50,000 persons too little; tolerance 1,250 persons.");
  }

  @Test
  void moreThanTheTargetIsAMereNoteWhereMoreIsBetterAndAFaultOfACeiling() {
    shares.add(years(ShareMethod.SHARE_METHOD_SUM, "25", "25", "25", "25", "30"));
    assertThat(only(told()).getGravity()).isEqualTo(FindingGravity.FINDING_GRAVITY_NOTE);

    jobs.setDirection(Direction.DIRECTION_DOWN);
    target.setComparator(Comparator.COMPARATOR_LE);
    DecompositionFinding ceiling = only(told());
    assertThat(ceiling.getFault()).isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_OVER);
    assertThat(ceiling.getGravity()).isEqualTo(FindingGravity.FINDING_GRAVITY_FAULT);
  }

  @Test
  void theStatedToleranceDecidesAndBeyondItIsAFinding() {
    Decomposition rounded = years(ShareMethod.SHARE_METHOD_SUM, "25", "25", "25", "25", "24.5");
    shares.add(rounded.toBuilder().setTolerance("0.5").build());
    assertThat(told().getFindingsList()).isEmpty();

    shares.set(0, rounded.toBuilder().setTolerance("0.49").build());
    assertThat(only(told()).getWords().getEn()).contains("tolerance 4,900 persons");
  }

  @Test
  void anywhereWithinARangeIsEnough() {
    target.setValue("20").setValueMax("30");
    shares.add(years(ShareMethod.SHARE_METHOD_SUM, "5", "5", "5", "5", "8"));

    assertThat(told().getFindingsList()).isEmpty();
  }

  @Test
  void sharesOfTheIncreaseAreHeldAgainstTheWayFromTheBase() {
    target.setValue("645").setBaseValue("578").setBaseDate("2025-12-31");
    shares.add(years(ShareMethod.SHARE_METHOD_SUM_OF_INCREASE, "10", "10", "17", "15", "15"));

    assertThat(told().getFindingsList()).isEmpty();
    assertThat(told().getDecompositions(0).getExpected()).isEqualTo("67");
  }

  @Test
  void ofFiguresToBeReachedTheLastOneIsTheTarget() {
    target.setValue("645");
    shares.add(years(ShareMethod.SHARE_METHOD_LAST, "588", "598", "615", "630", "640"));

    assertThat(only(told()).getWords().getEn()).contains("2030: 640").contains("50,000 persons");
  }

  @Test
  void aWeightedMeanIsComparedWithTheFigure() {
    target.setValue("95");
    shares.add(
        districts(share("jiangan", "97").setWeight("3"), share("hanyang", "90").setWeight("1")));

    CheckedDecomposition checked = told().getDecompositions(0);
    assertThat(checked.getCombined()).isEqualTo("95.25");
    assertThat(checked.getArithmetic()).isEqualTo("(97 × 3 + 90 × 1) / 4 = 95.25");
  }

  @Test
  void aYearThatWasForgottenIsNamed() {
    Decomposition all = years(ShareMethod.SHARE_METHOD_SUM, "25", "25", "25", "25", "25");
    shares.add(all.toBuilder().removeShares(2).build());

    assertThat(told().getFindingsList())
        .extracting(DecompositionFinding::getFault)
        .containsExactly(
            DecompositionFault.DECOMPOSITION_FAULT_SHORT,
            DecompositionFault.DECOMPOSITION_FAULT_YEAR_MISSING);
    assertThat(told().getFindings(1).getAssignee()).isEqualTo("2028");
    assertThat(told().getFindings(1).getWords().getZh()).contains("2028").contains("2026–2030");
  }

  @Test
  void aDistrictThatTheRegistryKnowsWasForgottenUnlessItHasNoneOnPurpose() {
    district("jiangan", "江岸区");
    district("hanyang", "汉阳区");
    Decomposition one = districts(share("jiangan", "125"));
    shares.add(one);

    DecompositionFinding finding = only(told());
    assertThat(finding.getFault()).isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_FORGOTTEN);
    assertThat(finding.getAssignee()).isEqualTo("hanyang");
    assertThat(finding.getWords().getZh()).contains("汉阳区没有分解数（登记为区级）");

    shares.set(0, one.toBuilder().addShares(share("hanyang", "").setNone(true)).build());
    assertThat(told().getFindingsList()).isEmpty();
  }

  @Test
  void aDistrictThatAnotherTargetNamesWasForgotten() {
    shares.add(districts(share("jiangan", "125")));
    shares.add(
        districts(share("jiangan", "1"), share("wuchang", "1")).toBuilder()
            .setTargetId("other-2030")
            .build());

    assertThat(only(told()).getAssignee()).isEqualTo("wuchang");
  }

  @Test
  void theLeadAndWhoeverFeedsTheIndicatorShouldHaveAShare() {
    contributors.put("jobs", Set.of("commerce"));
    shares.add(
        districts(share("education", "125")).toBuilder()
            .setKind(ShareKind.SHARE_KIND_BUREAU)
            .build());

    assertThat(told().getFindingsList())
        .extracting(DecompositionFinding::getAssignee)
        .containsExactly("commerce", "human-resources");
  }

  @Test
  void anOpenShareIsNamedAndNothingIsAddedUp() {
    shares.add(years(ShareMethod.SHARE_METHOD_SUM, "25", "25", "25", "25", ""));

    assertThat(only(told()).getFault()).isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_OPEN);
    assertThat(told().getDecompositions(0).getCombined()).isEmpty();
  }

  @Test
  void sharesOfAnAwaitedTargetCannotBeChecked() {
    target.setValue("");
    shares.add(years(ShareMethod.SHARE_METHOD_SUM, "25", "25", "25", "25", "25"));

    assertThat(only(told()).getFault()).isEqualTo(DecompositionFault.DECOMPOSITION_FAULT_AWAITING);
  }

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

  @Test
  void whatNothingSharesOutIsListed() {
    assertThat(told().getUndecomposedTargetIdsList()).containsExactly("jobs-2030");
  }

  private GetDecompositionResponse told() {
    return Decomposing.of(family(), "");
  }

  private GetDecompositionResponse told(Plan other, Indicator theirs) {
    PlanFamily family = family();
    family.add(other, List.of(theirs), List.of());
    return Decomposing.of(family, "");
  }

  private PlanFamily family() {
    PlanFamily family = new PlanFamily(CITY, bureaus, contributors);
    jobs.clearTargets().addTargets(target);
    steps.forEach(jobs::addTargets);
    family.add(CITY, List.of(jobs.build()), shares);
    return family;
  }

  private static DecompositionFinding only(GetDecompositionResponse told) {
    assertThat(told.getFindingsList()).hasSize(1);
    return told.getFindings(0);
  }

  private void district(String id, String zh) {
    bureaus.put(
        id,
        Bureau.newBuilder()
            .setBureauId(id)
            .setName(text(zh, id))
            .setLevel(BureauLevel.BUREAU_LEVEL_DISTRICT)
            .build());
  }

  private static Decomposition years(ShareMethod method, String... values) {
    Decomposition.Builder years =
        Decomposition.newBuilder()
            .setTargetId("jobs-2030")
            .setKind(ShareKind.SHARE_KIND_YEAR)
            .setMethod(method);
    for (int i = 0; i < values.length; i++) {
      years.addShares(share(Integer.toString(2026 + i), values[i]));
    }
    return years.build();
  }

  private static Decomposition districts(Share.Builder... shares) {
    Decomposition.Builder districts =
        Decomposition.newBuilder()
            .setTargetId("jobs-2030")
            .setKind(ShareKind.SHARE_KIND_DISTRICT)
            .setMethod(
                shares[0].getWeight().isEmpty()
                    ? ShareMethod.SHARE_METHOD_SUM
                    : ShareMethod.SHARE_METHOD_WEIGHTED_MEAN);
    List.of(shares).forEach(districts::addShares);
    return districts.build();
  }

  private static Share.Builder share(String assignee, String value) {
    return Share.newBuilder().setAssignee(assignee).setValue(value);
  }

  private static Instrument recorded(InstrumentKind kind, long seconds) {
    return Instrument.newBuilder()
        .setKind(kind)
        .setRecordedAt(Timestamp.newBuilder().setSeconds(seconds))
        .build();
  }

  private static Target.Builder target(String id, String value, String due) {
    return Target.newBuilder()
        .setTargetId(id)
        .setValue(value)
        .setComparator(Comparator.COMPARATOR_GE)
        .setDue(due);
  }

  private static Indicator.Builder jobs() {
    return Indicator.newBuilder()
        .setIndicatorId("jobs")
        .setName(text("城镇新增就业", "New urban jobs"))
        .setUnit(text("万人", "10,000 persons"))
        .setMeasure(Measure.MEASURE_CUMULATIVE)
        .setDirection(Direction.DIRECTION_UP)
        .setLeadBureauId("human-resources");
  }

  private static Plan plan(String id, String start, String end, String parent) {
    return Plan.newBuilder()
        .setPlanId(id)
        .setName(text(id, id))
        .setStart(start)
        .setEnd(end)
        .setParentPlanId(parent)
        .build();
  }

  private static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
