package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Target;
import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.registry.v1.ContributionMode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped pack says what its README promises. */
class WuhanPackTest {
  private final PackReading reading = PlanPack.read(PackFolder.wuhan());
  private final PlanPack pack = reading.pack().orElseThrow();

  @Test
  void itHasNeitherErrorsNorWarnings() {
    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void itHoldsEveryIndicatorProjectLinkAndFigureOfTheSource() {
    assertThat(pack.indicators()).hasSize(142);
    assertThat(pack.targets()).hasSize(142);
    assertThat(pack.projects()).hasSize(551);
    assertThat(pack.links()).hasSize(261);
    assertThat(pack.figures()).hasSize(9);
    assertThat(pack.series()).hasSize(8);
  }

  @Test
  void targetsAreNamedByIndicatorAndYear() {
    assertThat(pack.targets())
        .allSatisfy(t -> assertThat(t.id()).isEqualTo(t.indicator() + "-" + t.due().getYear()));
  }

  @Test
  void comparatorsAndRangesStandAsInTheSource() {
    Map<Comparator, Long> counts =
        pack.targets().stream()
            .collect(Collectors.groupingBy(Target::comparator, Collectors.counting()));

    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Comparator.COMPARATOR_GE, 81L,
                Comparator.COMPARATOR_GT, 6L,
                Comparator.COMPARATOR_LE, 13L,
                Comparator.COMPARATOR_LT, 2L,
                Comparator.COMPARATOR_EQ, 37L,
                Comparator.COMPARATOR_APPROX, 3L));
    assertThat(pack.targets())
        .filteredOn(t -> t.valueMax().isPresent())
        .extracting(Target::indicator)
        .containsExactlyInAnyOrder(
            "national-key-labs-new",
            "emergency-circle-minutes",
            "drainage-standard-central",
            "drainage-standard-other");
  }

  @Test
  void measuresFollowTheSource() {
    Map<Measure, Long> counts =
        pack.indicators().stream()
            .collect(Collectors.groupingBy(PlanPack.Indicator::measure, Collectors.counting()));

    assertThat(counts)
        .containsEntry(Measure.MEASURE_CUMULATIVE, 31L)
        .containsEntry(Measure.MEASURE_AVERAGE_GROWTH, 2L)
        .containsEntry(Measure.MEASURE_COVERAGE, 15L)
        .containsEntry(Measure.MEASURE_RATE, 3L)
        .containsEntry(Measure.MEASURE_SHARE, 18L)
        .containsEntry(Measure.MEASURE_LEVEL, 73L);
  }

  @Test
  void unfinishedMetroLinesCarryExactlyTheWayFrom578To645() {
    List<Link> rail = contributions("rail-transit-length");

    assertThat(rail)
        .hasSize(7)
        .allMatch(link -> link.mode() == ContributionMode.CONTRIBUTION_MODE_ON_COMPLETION);
    assertThat(sum(rail)).isEqualByComparingTo("67");
    assertThat(target("rail-transit-length").base().orElseThrow()).isEqualByComparingTo("578");
    assertThat(target("rail-transit-length").assumed()).doesNotContain("base_value");
  }

  @Test
  void drainageWorksCarryExactlyTheWayToTheMiddleOfTheRange() {
    for (String indicator : List.of("drainage-standard-central", "drainage-standard-other")) {
      Target target = target(indicator);
      BigDecimal middle =
          target.value().orElseThrow().add(target.valueMax().orElseThrow()).divide(BigDecimal.TWO);

      assertThat(contributions(indicator))
          .allSatisfy(link ->
              assertThat(link.mode() == ContributionMode.CONTRIBUTION_MODE_ON_COMPLETION)
                  .isEqualTo(link.project().startsWith("pump-")));
      assertThat(sum(contributions(indicator)))
          .isEqualByComparingTo(middle.subtract(target.base().orElseThrow()));
    }
  }

  @Test
  void whatTheRulesSayCarriesTheWholeGapDoesSo() {
    Set<String> notTheWhole =
        Set.of(
            "drainage-standard-central", // a range, see above
            "drainage-standard-other",
            "national-key-labs-new", // C5: three named works for 2-3
            "campus-area-renewals", // C5: two of four are named
            "city-llm-agents", // C5: "more than" 50
            "new-energy-capacity"); // C6: two plants of many
    Set<String> carried =
        pack.contributions().stream().map(Link::indicator).collect(Collectors.toSet());
    carried.removeAll(notTheWhole);

    assertThat(carried).hasSize(38);
    for (String indicator : carried) {
      Target target = target(indicator);
      assertThat(sum(contributions(indicator)))
          .as(indicator)
          .isEqualByComparingTo(target.value().orElseThrow().subtract(target.base().orElseThrow()));
    }
  }

  @Test
  void everyProjectThatCarriesATargetIsPlannedToFinishBeforeItsDueDate() {
    Set<String> carriers =
        pack.contributions().stream().map(Link::project).collect(Collectors.toSet());

    assertThat(pack.projects())
        .filteredOn(project -> carriers.contains(project.id()))
        .hasSize(carriers.size())
        .allSatisfy(project ->
            assertThat(project.finish().orElseThrow()).isBefore(LocalDate.of(2030, 10, 1)));
  }

  @Test
  void plannedDatesAreSpreadOverTheSpan() {
    Map<LocalDate, Long> finishes =
        pack.projects().stream()
            .collect(Collectors.groupingBy(p -> p.finish().orElseThrow(), Collectors.counting()));

    assertThat(finishes).hasSizeGreaterThan(50);
    assertThat(finishes.values()).allMatch(count -> count < 551 / 10);
  }

  @Test
  void everythingThatThePlanDoesNotStateIsMarkedAssumed() {
    assertThat(pack.indicators())
        .allMatch(i -> i.assumed().containsAll(Set.of("lead_bureau_id", "reporting_frequency")));
    assertThat(pack.projects())
        .allMatch(p ->
            p.assumed()
                .containsAll(
                    Set.of(
                        "lead_bureau_id",
                        "planned_start",
                        "planned_finish",
                        "phase",
                        "reporting_frequency")));
    assertThat(pack.bureaus()).allMatch(b -> b.assumed().contains("emails"));
    assertThat(pack.targets()).allMatch(t -> t.assumed().contains("binding") && !t.binding());
    assertThat(pack.contributions())
        .filteredOn(link -> !link.assumed().contains("amount"))
        .extracting(Link::project)
        .containsExactly("power-caidian-wind-70mw");
    assertThat(pack.contributions()).allMatch(link -> link.assumed().contains("mode"));
    assertThat(pack.targets())
        .filteredOn(t -> t.base().isPresent() && !t.assumed().contains("base_value"))
        .extracting(Target::indicator)
        .containsExactlyInAnyOrder("rail-transit-length", "expressway-rings", "expressway-radials");
  }

  @Test
  void enoughTargetsHaveABaseToBeJudgedAndTheOthersAreNotInvented() {
    Set<String> observed =
        pack.series().stream().map(PlanPack.Figure::indicator).collect(Collectors.toSet());
    long judgeable =
        pack.targets().stream()
            .filter(t -> t.base().isPresent() || observed.contains(t.indicator()))
            .count();

    assertThat(judgeable).isBetween(60L, 110L);
  }

  @Test
  void onlyAddressesThatCannotExistAreUsed() {
    assertThat(pack.bureaus())
        .flatExtracting(PlanPack.Bureau::emails)
        .allMatch(mail -> mail.endsWith(".example"));
  }

  @Test
  void theReadmeStatesEveryRuleThatARowNames() throws Exception {
    String readme = Files.readString(PackFolder.wuhan().resolve("README.md"));
    Set<String> rules = new HashSet<>();
    for (String file : List.of("targets.csv", "contributions.csv", "projects.csv")) {
      for (String line : Files.readAllLines(PackFolder.wuhan().resolve(file))) {
        Pattern.compile(",([BCD]\\d+),")
            .matcher(line)
            .results()
            .forEach(r -> rules.add(r.group(1)));
      }
    }

    assertThat(rules).hasSizeGreaterThan(20);
    // Once in each language.
    assertThat(rules).allMatch(rule -> readme.split("\\*\\*" + rule + "\\*\\*", -1).length == 3);
  }

  private Target target(String indicator) {
    return pack.targets().stream()
        .filter(t -> t.indicator().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private List<Link> contributions(String indicator) {
    return pack.contributions().stream().filter(l -> l.indicator().equals(indicator)).toList();
  }

  private static BigDecimal sum(List<Link> links) {
    return links.stream()
        .map(l -> l.amount().orElseThrow())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
