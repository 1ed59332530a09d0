package io.waymark.registry.app;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.OFFICE;
import static io.waymark.registry.Samples.PLAN;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.project;
import static io.waymark.registry.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.Samples;
import io.waymark.registry.domain.DetailsDraft;
import io.waymark.registry.domain.FundingDraft;
import io.waymark.registry.domain.LocalizedText;
import io.waymark.registry.domain.PlaceDraft;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectDraft;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectKind;
import io.waymark.registry.domain.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How every store of the registry finds and counts projects. */
abstract class ProjectSearchContract extends RegistryStoreFixture {
  @Test
  void projectsComeInOrderFilteredAndInPages() {
    List<ProjectDraft> many =
        IntStream.range(0, 30)
            .mapToObj(i -> project(new ProjectKey(PLAN, "p-%02d".formatted(i)), "water"))
            .toList();
    imports().importProjects(many, OFFICE, "");
    assertThat(ids(new ProjectQuery(PLAN, ProjectFilter.ALL, "p-07", 3)))
        .containsExactly("p-08", "p-09", "p-10");
    assertThat(found(Samples.filter("lead", "transport"))).containsExactly("metro-line-12");
    assertThat(found(Samples.filter("category", "rail"))).isEmpty();
    assertThat(ids(new ProjectQuery("wuhan-14", ProjectFilter.ALL, "", 50))).isEmpty();
  }

  @Test
  void aTextWithNulNamesNothing() {
    assertThat(store().project(new ProjectKey(PLAN, "a\0b"))).isEmpty();
    assertThat(found(Samples.filter("search", "\0"))).isEmpty();
    assertThat(store().reports(new ProjectKey("\0", "x"), EVER)).isEmpty();
    assertThat(
            refused(one(WATER, report(new ProjectKey(PLAN, "\0"), "k\0", "2027-05-31", 1)))
                .reason())
        .isEqualTo("PROJECT_NOT_YOURS");
  }

  @Test
  void countsFollow() {
    accepted(one(WATER, report(PUMP, "k1", "2027-05-31", 30)));
    accepted(one(WATER, report(PUMP, "k2", "2027-06-30", 31)));
    assertThat(store().counts()).isEqualTo(new RegistryCounts(2, 2, 2));
  }

  @Test
  void projectsAreFoundByStoreListPlacePartBureauAndName() {
    ProjectKey lot = new ProjectKey(PLAN, "metro-line-12-lot-1");
    ProjectKey reform = new ProjectKey(PLAN, "water-price-reform");
    importProjects(
        Samples.detailed(
            lot, "transport", List.of("water"), details("jiangan", "metro-line-12", "")),
        Samples.detailed(reform, "water", List.of(), details("", "", "REFORM")));
    accepted(one(OFFICE, move("m", METRO, "BUILDING", "2027-05-01")));

    assertThat(found(phases(Store.IMPLEMENTATION))).containsExactly("metro-line-12");
    assertThat(found(phases(Store.RESERVE))).doesNotContain("metro-line-12").hasSize(3);
    assertThat(found(phases(Store.CATALOGUE))).isEmpty();
    assertThat(found(kind(ProjectKind.REFORM))).containsExactly("water-price-reform");
    assertThat(found(kind(ProjectKind.PROJECT))).hasSize(3);
    assertThat(found(Samples.filter("district", "jiangan"))).containsExactly(lot.projectId());
    assertThat(found(Samples.filter("parent", "metro-line-12"))).containsExactly(lot.projectId());
    assertThat(found(Samples.filter("bureau", "water")))
        .containsExactly(lot.projectId(), "pump-yangsigang", "water-price-reform");
    assertThat(found(Samples.filter("search", "PRICE"))).containsExactly("water-price-reform");
    assertThat(found(Samples.filter("search", "杨泗港"))).hasSize(4);
    assertThat(found(Samples.filter("search", "%"))).isEmpty();
  }

  @Test
  void projectsAreFoundByTheDaysOnWhichTheirClockStands() {
    accepted(one(OFFICE, stop("s1", "2027-02-01", "2027-04-01")));
    accepted(one(OFFICE, stop("s2", "2027-06-01", "")));
    assertThat(found(stoppedOn("2027-01-31"))).isEmpty();
    assertThat(found(stoppedOn("2027-03-31"))).containsExactly("pump-yangsigang");
    assertThat(found(stoppedOn("2027-04-01"))).isEmpty();
    assertThat(found(stoppedOn("2031-01-01"))).containsExactly("pump-yangsigang");
  }

  @Test
  void anImportKnowsTheProjectsThatAreThereAsParents() {
    ProjectKey lot = new ProjectKey(PLAN, "lot");
    importProjects(Samples.detailed(lot, "water", List.of(), details("", "metro-line-12", "")));
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() ->
            importProjects(Samples.detailed(METRO, "water", List.of(), details("", "lot", ""))))
        .withMessageContaining("no circle, not metro-line-12 > lot > metro-line-12");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() ->
            importProjects(Samples.detailed(METRO, "water", List.of(), details("", "gone", ""))))
        .withMessageContaining("parent_project_id: gone");
    assertThat(state(lot).definition().details().parentProjectId()).isEqualTo("metro-line-12");
  }

  private static DetailsDraft details(String district, String parent, String kind) {
    PlaceDraft place =
        new PlaceDraft(
            district, LocalizedText.EMPTY, OptionalDouble.of(30.5), OptionalDouble.of(114.3));
    return new DetailsDraft(
        place, parent, "12.50", List.of(new FundingDraft("CITY_BUDGET", "2.5", "")), kind);
  }

  private static ProjectCommand.Suspend stop(String key, String from, String until) {
    return new ProjectCommand.Suspend(PUMP, key, from, "征地", "12号", until, "");
  }

  private static ProjectFilter phases(Store store) {
    return new ProjectFilter(
        "", "", store.phases(), Optional.empty(), "", "", "", "", Optional.empty());
  }

  private static ProjectFilter kind(ProjectKind kind) {
    return new ProjectFilter("", "", Set.of(), Optional.of(kind), "", "", "", "", Optional.empty());
  }

  private static ProjectFilter stoppedOn(String day) {
    return new ProjectFilter(
        "", "", Set.of(), Optional.empty(), "", "", "", "", Optional.of(LocalDate.parse(day)));
  }
}
