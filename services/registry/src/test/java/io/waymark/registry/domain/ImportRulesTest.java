package io.waymark.registry.domain;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.bureau;
import static io.waymark.registry.Samples.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportRulesTest {
  @Test
  void everyFaultOfEveryProjectIsNamedWithItsPlace() {
    ProjectDraft good = project(PUMP, "water");
    ProjectDraft bad =
        new ProjectDraft(
            "wuhan-14",
            "Metro 12",
            LocalizedText.EMPTY,
            "",
            "SOMEDAY",
            "nobody",
            List.of("ghost"),
            "2028-01-01",
            "2027-01-01",
            List.of(new ContributionDraft("rail", "lots", "", "")),
            List.of(""),
            new SourcePassage("", -1, ""),
            "daily",
            List.of());
    assertThat(faults(List.of(good, bad)))
        .containsExactlyInAnyOrder(
            "projects[1].plan_id: wuhan-14 (expected: the plan of the first project, wuhan-15)",
            "projects[1].project_id: Metro 12 (expected: 1..80 lower case letters, digits and"
                + " hyphens)",
            "projects[1].name:  (expected: a name in Chinese or English)",
            "projects[1].category:  (expected: 1..80 lower case letters, digits and hyphens)",
            "projects[1].phase: SOMEDAY (expected: one of UNSPECIFIED, RESERVE, PREPARATION,"
                + " STARTED, BUILDING, COMPLETED, OPERATING)",
            "projects[1].lead_bureau_id: nobody (expected: a bureau that was imported before)",
            "projects[1].supporting_bureau_ids[0]: ghost (expected: a bureau that was imported"
                + " before)",
            "projects[1].planned_finish: 2027-01-01 (expected: not before planned_start,"
                + " 2028-01-01)",
            "projects[1].contributions[0].amount: lots (expected: a decimal number with at most 12"
                + " digits before and 8 after the point)",
            "projects[1].contributions[0].mode:  (expected: one of ON_COMPLETION, IN_PROPORTION)",
            "projects[1].assumed_fields[0]:  (expected: 1..100 characters)",
            "projects[1].source.line: -1 (expected: 0 or more)",
            "projects[1].reporting_frequency: daily (expected: monthly, quarterly or yearly)");
  }

  @Test
  void aScheduleRisesWithinThePlannedDatesAndEveryFaultOfItIsNamed() {
    ProjectDraft good = project(PUMP, "water");
    assertThat(faults(List.of(good))).isEmpty();
    assertThat(
            faults(
                List.of(
                    scheduled(
                        good,
                        point("2026-01-01", 10),
                        point("2026-12-31", 30),
                        point("2026-12-31", 20),
                        point("soon", 101),
                        point("2029-06-30", Double.NaN)))))
        .containsExactly(
            "projects[0].schedule[0].date: 2026-01-01 (expected: not before planned_start,"
                + " 2026-03-01)",
            "projects[0].schedule[2].percent: 20 (expected: not below the point before, 30)",
            "projects[0].schedule[2].date: 2026-12-31 (expected: after the point before,"
                + " 2026-12-31)",
            "projects[0].schedule[3].percent: 101 (expected: 0..100)",
            "projects[0].schedule[3].date: soon (expected: an ISO date from 2000-01-01 to"
                + " 2099-12-31)",
            "projects[0].schedule[4].percent: NaN (expected: 0..100)",
            "projects[0].schedule[4].date: 2029-06-30 (expected: not after planned_finish,"
                + " 2028-12-31)");
  }

  private static SchedulePointDraft point(String date, double percent) {
    return new SchedulePointDraft(date, percent, LocalizedText.EMPTY);
  }

  private static ProjectDraft scheduled(ProjectDraft draft, SchedulePointDraft... points) {
    return new ProjectDraft(
        draft.planId(),
        draft.projectId(),
        draft.name(),
        draft.category(),
        draft.phase(),
        draft.leadBureauId(),
        draft.supportingBureauIds(),
        draft.plannedStart(),
        draft.plannedFinish(),
        draft.contributions(),
        draft.assumedFields(),
        draft.source(),
        draft.reportingFrequency(),
        List.of(points));
  }

  @Test
  void anEmptyImportAndAProjectNamedTwiceAreRefused() {
    assertThat(faults(List.of())).containsExactly("projects: 0 (expected: 1..2000 items)");
    assertThat(faults(List.of(project(METRO, "water"), project(METRO, "water"))))
        .containsExactly("projects[1].project_id: metro-line-12 (expected: each one once)");
  }

  @Test
  void theSameImportAgainChangesNoBureau() {
    List<BureauDraft> drafts = List.of(bureau("water"), under("pumps", "water"));
    List<BureauEvent> first = Bureaus.decide(Map.of(), drafts, OFFICE);
    assertThat(first).hasSize(2).allMatch(BureauEvent.Registered.class::isInstance);
    Map<String, BureauState> known =
        Map.of(
            "water", Bureaus.evolve(null, first.get(0)),
            "pumps", Bureaus.evolve(null, first.get(1)));
    assertThat(Bureaus.decide(known, drafts, OFFICE)).isEmpty();
    assertThat(Bureaus.decide(known, List.of(bureau("pumps")), OFFICE))
        .as("a superior that is not stated stays")
        .isEmpty();
    assertThat(Bureaus.decide(known, List.of(under("water", "")), OFFICE)).isEmpty();
    BureauDraft renamed =
        new BureauDraft(
            "pumps", new LocalizedText("泵站处", ""), "", List.of("new@pumps.example"), "zh", "");
    assertThat(Bureaus.decide(known, List.of(renamed), OFFICE))
        .singleElement()
        .isInstanceOf(BureauEvent.Revised.class);
  }

  @Test
  void aSuperiorMustExistAndSuperiorsFormNoCircle() {
    assertThat(bureauFaults(List.of(under("pumps", "water"))))
        .containsExactly(
            "bureaus[0].parent_bureau_id: water (expected: a bureau of this import or of an earlier"
                + " one)");
    assertThat(bureauFaults(List.of(under("a", "b"), under("b", "a"))))
        .containsExactly(
            "bureaus[0].parent_bureau_id: b (expected: no circle, not a > b > a)",
            "bureaus[1].parent_bureau_id: a (expected: no circle, not b > a > b)");
  }

  @Test
  void anAddressThatCouldSmuggleAHeaderIsRefused() {
    BureauDraft draft =
        new BureauDraft(
            "water",
            new LocalizedText("水务局", ""),
            "",
            List.of("a@b.example\r\nBcc: c@d.example"),
            "fr",
            "");
    assertThat(bureauFaults(List.of(draft)))
        .containsExactly(
            "bureaus[0].language: fr (expected: zh or en)",
            "bureaus[0].emails[0]: a@b.example\\u000d\\u000aBcc: c@d.example (expected: a mail"
                + " address such as plan@water.example)");
  }

  @Test
  void onlyThePlanOfficeImportsBureaus() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Bureaus.decide(Map.of(), List.of(bureau("water")), WATER))
        .matches(failure -> failure.reason().equals("ROLE_MISSING"));
  }

  private static BureauDraft under(String id, String parent) {
    BureauDraft top = bureau(id);
    return new BureauDraft(id, top.name(), parent, top.emails(), top.language(), top.provenance());
  }

  private static List<String> faults(List<ProjectDraft> drafts) {
    return named(() -> ProjectRules.check(drafts, Set.of("water")));
  }

  private static List<String> bureauFaults(List<BureauDraft> drafts) {
    return named(() -> Bureaus.decide(Map.of(), drafts, OFFICE));
  }

  private static List<String> named(Runnable check) {
    try {
      check.run();
      return List.of();
    } catch (Failure failure) {
      return failure.violations().stream().map(Violation::toString).toList();
    }
  }
}
