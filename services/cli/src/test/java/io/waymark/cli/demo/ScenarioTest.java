package io.waymark.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.demo.DemoEvent.Figure;
import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.demo.DemoEvent.Resume;
import io.waymark.cli.demo.DemoEvent.Suspend;
import io.waymark.cli.pack.PackFolder;
import io.waymark.cli.pack.PlanPack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {
  private static final PlanPack PACK = PlanPack.read(PackFolder.wuhan()).pack().orElseThrow();

  private final Scenario scenario = Scenario.of(PACK, Scenario.DEFAULT_SEED);

  @Test
  void theSameSeedGivesTheSameEventsByteForByte() {
    assertThat(Scenario.of(PACK, Scenario.DEFAULT_SEED).text()).isEqualTo(scenario.text());
  }

  @Test
  void anotherSeedGivesOtherEvents() {
    assertThat(Scenario.of(PACK, 16).text()).isNotEqualTo(scenario.text());
  }

  @Test
  void itRunsFromJanuary2026ToJune2027() {
    assertThat(scenario.months()).hasSize(18);
    assertThat(scenario.months().getFirst().end()).isEqualTo("2026-01-31");
    assertThat(scenario.months().getLast().sentAt())
        .isEqualTo(Instant.parse("2027-06-30T09:00:00Z"))
        .isBefore(Scenario.END);
  }

  @ParameterizedTest
  @ValueSource(longs = {15, 1, 2026})
  void enoughProjectsAndIndicatorsReport(long seed) {
    Scenario other = Scenario.of(PACK, seed);

    assertThat(events(other, Report.class)).extracting(Report::project).hasSizeGreaterThan(600);
    assertThat(projects(other)).hasSizeGreaterThanOrEqualTo(60);
    assertThat(events(other, Figure.class).stream().map(Figure::indicator).distinct().count())
        .isGreaterThanOrEqualTo(20);
  }

  @Test
  void noKeyIsUsedTwice() {
    Set<String> keys = new HashSet<>();

    assertThat(all(scenario)).allMatch(event -> keys.add(event.key()));
    assertThat(keys).allMatch(key -> key.matches("[!-~]{1,100}"));
  }

  @Test
  void nothingSpeaksOfADayThatHasNotCome() {
    scenario
        .months()
        .forEach(month ->
            assertThat(month.events()).allMatch(event -> !speaksOf(event).isAfter(month.end())));
  }

  @Test
  void everybodyReportsOnlyWhatIsItsOwn() {
    Map<String, String> leads = new HashMap<>();
    PACK.projects().forEach(p -> leads.put(p.id(), p.lead()));
    PACK.indicators().forEach(i -> leads.put("indicator " + i.id(), i.lead()));

    assertThat(events(scenario, Report.class))
        .allMatch(r -> r.bureau().equals(leads.get(r.project())));
    assertThat(events(scenario, Figure.class))
        .allMatch(f -> f.bureau().equals(leads.get("indicator " + f.indicator())));
  }

  @Test
  void oneReportIsCorrectedDownwardsMonthsLater() {
    Report correction = correctionOf(Stories.CORRECTED);
    Report wrong = corrected(correction);

    assertThat(wrong.asOf()).isEqualTo(correction.asOf());
    assertThat(wrong.percent()).isGreaterThan(correction.percent() + 10);
    assertThat(sentAt(correction)).isAfter(sentAt(wrong).plusMonths(3));
  }

  @Test
  void oneReportIsMendedUpwardsJustBeforeAnEvaluation() {
    Report rewrite = correctionOf(Doubts.REWRITTEN);

    assertThat(rewrite.percent()).isEqualTo(corrected(rewrite).percent() + Doubts.REWRITTEN_BY);
    assertThat(sentAt(rewrite)).isEqualTo("2027-03-31");
  }

  private Report correctionOf(String project) {
    List<Report> corrections =
        events(scenario, Report.class).stream().filter(r -> !r.correctsKey().isEmpty()).toList();
    assertThat(corrections)
        .extracting(Report::project)
        .containsExactlyInAnyOrder(Stories.CORRECTED, Doubts.REWRITTEN);
    return corrections.stream().filter(r -> r.project().equals(project)).findFirst().orElseThrow();
  }

  private Report corrected(Report correction) {
    return events(scenario, Report.class).stream()
        .filter(r -> r.key().equals(correction.correctsKey()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void twoProjectsAreSuspendedAndResumedAndOneOfThemIsSilentInBetween() {
    List<Suspend> stops = events(scenario, Suspend.class);
    List<Resume> resumptions = events(scenario, Resume.class);

    assertThat(stops)
        .extracting(Suspend::project)
        .containsExactly(Stories.SUSPENDED, Doubts.GOES_ON);
    assertThat(resumptions)
        .extracting(Resume::project)
        .containsExactly(Stories.SUSPENDED, Doubts.GOES_ON);
    assertThat(events(scenario, Report.class))
        .filteredOn(r -> r.project().equals(Stories.SUSPENDED))
        .isNotEmpty()
        .noneMatch(r ->
            r.asOf().isAfter(stops.getFirst().from())
                && r.asOf().isBefore(resumptions.getFirst().from()));
  }

  @Test
  void someProjectsFallSilentAfterAWhile() {
    Map<String, LocalDate> last =
        events(scenario, Report.class).stream()
            .filter(r -> r.percent() < 100)
            .collect(
                Collectors.toMap(Report::project, Report::asOf, (a, b) -> a.isAfter(b) ? a : b));

    assertThat(last.values().stream().filter(day -> day.isBefore(LocalDate.of(2027, 1, 1))).count())
        .isBetween(5L, 25L);
  }

  @Test
  void whatIsLateOrStoppedSaysInBothLanguagesThatItIsSimulated() {
    assertThat(events(scenario, Report.class))
        .filteredOn(report -> !report.obstacle().isEmpty())
        .isNotEmpty()
        .allMatch(r -> r.obstacle().startsWith("【模拟数据 simulated】") && r.obstacle().contains(" / "));
    assertThat(events(scenario, Figure.class))
        .allMatch(f -> f.source().startsWith("【模拟数据 simulated】"));
    assertThat(events(scenario, Suspend.class))
        .allMatch(s -> s.reason().startsWith("【模拟数据 simulated】"));
  }

  @Test
  void percentsFallOnlyWhereTheyAreMeantTo() {
    Map<String, Double> last = new HashMap<>();
    List<String> fallen =
        events(scenario, Report.class).stream()
            .filter(r -> r.correctsKey().isEmpty())
            .filter(r ->
                r.percent() < Objects.requireNonNullElse(last.put(r.project(), r.percent()), 0.0))
            .map(Report::project)
            .toList();

    assertThat(fallen).containsExactlyInAnyOrder(Stories.CORRECTED, Doubts.FALLS);
  }

  private static LocalDate speaksOf(DemoEvent event) {
    return switch (event) {
      case Report report -> report.asOf();
      case Figure figure -> figure.periodEnd();
      case Suspend stop -> stop.from();
      case Resume go -> go.from();
    };
  }

  private LocalDate sentAt(DemoEvent event) {
    return scenario.months().stream()
        .filter(month -> month.events().contains(event))
        .findFirst()
        .orElseThrow()
        .end();
  }

  private static List<DemoEvent> all(Scenario scenario) {
    return scenario.months().stream().flatMap(month -> month.events().stream()).toList();
  }

  private static <T extends DemoEvent> List<T> events(Scenario scenario, Class<T> kind) {
    return all(scenario).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Set<String> projects(Scenario scenario) {
    return events(scenario, Report.class).stream().map(Report::project).collect(Collectors.toSet());
  }
}
