package io.waymark.indicator.domain.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.indicator.v1.CheckedDecomposition;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.FindingGravity;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shares must add up to the target, and nobody may be forgotten. */
class DecomposingTest extends DecomposedCity {
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
  void whatNothingSharesOutIsListed() {
    assertThat(told().getUndecomposedTargetIdsList()).containsExactly("jobs-2030");
  }
}
