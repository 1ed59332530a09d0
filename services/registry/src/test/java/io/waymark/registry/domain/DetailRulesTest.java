package io.waymark.registry.domain;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.detailed;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Place, parent and money of a project. */
class DetailRulesTest {
  private static final PlaceDraft PLACE =
      new PlaceDraft(
          "hanyang",
          new LocalizedText("杨泗港长江大桥以西", ""),
          OptionalDouble.of(30.515),
          OptionalDouble.of(114.259));

  @Test
  void placeListAndMoneyAreReadAndEqualAmountsAreEqual() {
    ProjectDetails details =
        check(
            details(
                PLACE,
                "",
                "12.50",
                "PLATFORM",
                line("CITY_BUDGET", "2.5"),
                line("BANK_LOAN", "10")));
    assertThat(details.kind()).isEqualTo(ProjectKind.PLATFORM);
    assertThat(details.budget()).contains(new BigDecimal("12.5"));
    assertThat(details.funding())
        .extracting(FundingLine::source)
        .containsExactly(FundingSource.CITY_BUDGET, FundingSource.BANK_LOAN);
    assertThat(details.place().at()).contains(new Place.Coordinates(30.515, 114.259));
    assertThat(check(DetailsDraft.NONE)).isEqualTo(ProjectDetails.NONE);
  }

  @Test
  void everyFaultIsNamed() {
    PlaceDraft nowhere =
        new PlaceDraft(
            "Han Yang", LocalizedText.EMPTY, OptionalDouble.of(91), OptionalDouble.empty());
    assertThat(faults(details(nowhere, "", "-1", "SONG", line("", ""), line("LOTTERY", "much"))))
        .containsExactlyInAnyOrder(
            "projects[0].budget: -1 (expected: not negative)",
            "projects[0].place.district: Han Yang (expected: 1..80 lower case letters, digits and"
                + " hyphens)",
            "projects[0].place.latitude: 91.0 (expected: -90..90)",
            "projects[0].place.longitude:  (expected: both coordinates or none)",
            "projects[0].funding[0].source:  (expected: one of CENTRAL_BUDGET, PROVINCIAL_BUDGET,"
                + " CITY_BUDGET, DISTRICT_BUDGET, SPECIAL_BOND, BANK_LOAN, ENTERPRISE,"
                + " PRIVATE_CAPITAL, OTHER)",
            "projects[0].funding[0].amount:  (expected: a decimal number)",
            "projects[0].funding[1].source: LOTTERY (expected: one of CENTRAL_BUDGET,"
                + " PROVINCIAL_BUDGET, CITY_BUDGET, DISTRICT_BUDGET, SPECIAL_BOND, BANK_LOAN,"
                + " ENTERPRISE, PRIVATE_CAPITAL, OTHER)",
            "projects[0].funding[1].amount: much (expected: a decimal number with at most 12 digits"
                + " before and 8 after the point)",
            "projects[0].funding: 0 (expected: together not above the budget, -1)",
            "projects[0].kind: SONG (expected: one of PROJECT, POLICY, PLATFORM, REFORM)");
  }

  @Test
  void moneyFromAllSourcesIsNotAboveTheBudget() {
    assertThat(
            faults(details(PLACE, "", "12.5", "", line("CITY_BUDGET", "2.6"), line("OTHER", "10"))))
        .containsExactly(
            "projects[0].funding: 12.6 (expected: together not above the budget, 12.5)");
    assertThat(faults(details(PLACE, "", "", "", line("CITY_BUDGET", "2.6")))).isEmpty();
  }

  @Test
  void partsFormNoCircleWithinOneImportNorAcrossTwo() {
    ProjectDraft pump =
        detailed(PUMP, "water", List.of(), details(PLACE, METRO.projectId(), "", ""));
    ProjectDraft metro =
        detailed(METRO, "water", List.of(), details(PLACE, PUMP.projectId(), "", ""));
    assertThat(faults(List.of(pump, metro), Map.of()))
        .containsExactly(
            "projects[0].parent_project_id: metro-line-12 (expected: no circle, not"
                + " pump-yangsigang > metro-line-12 > pump-yangsigang)",
            "projects[1].parent_project_id: pump-yangsigang (expected: no circle, not"
                + " metro-line-12 > pump-yangsigang > metro-line-12)");
    assertThat(faults(List.of(pump), Map.of(METRO.projectId(), PUMP.projectId()))).hasSize(1);
    assertThat(faults(List.of(pump), Map.of(METRO.projectId(), ""))).isEmpty();
    assertThat(faults(List.of(pump), Map.of()))
        .containsExactly(
            "projects[0].parent_project_id: metro-line-12 (expected: a project of this import or"
                + " of an earlier one)");
  }

  private static DetailsDraft details(
      PlaceDraft place, String parent, String budget, String kind, FundingDraft... funding) {
    return new DetailsDraft(place, parent, budget, List.of(funding), kind);
  }

  private static FundingDraft line(String source, String amount) {
    return new FundingDraft(source, amount, "PUBLISHED");
  }

  private static ProjectDetails check(DetailsDraft details) {
    return ProjectRules.check(List.of(detailed(PUMP, "water", List.of(), details)), Set.of("water"))
        .getFirst()
        .details();
  }

  private static List<String> faults(DetailsDraft details) {
    return faults(List.of(detailed(PUMP, "water", List.of(), details)), Map.of());
  }

  private static List<String> faults(List<ProjectDraft> drafts, Map<String, String> parents) {
    try {
      ProjectRules.check(drafts, Set.of("water"), parents);
      return List.of();
    } catch (Failure failure) {
      return failure.violations().stream().map(Violation::toString).toList();
    }
  }
}
