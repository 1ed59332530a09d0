package io.waymark.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.pack.PackFolder;
import io.waymark.cli.pack.PlanPack;
import io.waymark.honesty.Course;
import io.waymark.honesty.Finding;
import io.waymark.honesty.Honesty;
import io.waymark.honesty.Kind;
import io.waymark.honesty.Report;
import io.waymark.proto.registry.v1.Phase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the honesty rules make of the demo's simulated reports. */
class ScenarioFindingsTest {
  private static final PlanPack PACK = PlanPack.read(PackFolder.wuhan()).pack().orElseThrow();

  private final Scenario scenario = Scenario.of(PACK, Scenario.DEFAULT_SEED);

  @Test
  void theDemoShowsEveryKindOfFindingAndNotHundreds() {
    assertThat(findings(scenario).stream().map(Finding::kind)).contains(Kind.values());
    assertThat(findings(scenario)).hasSizeBetween(10, 40);
  }

  @Test
  void everyDoubtIsFoundForItsOwnReasonAlone() {
    Map<String, List<Report>> reports = reports(scenario);
    Map<String, List<Kind>> found = new TreeMap<>();
    PACK.projects().stream()
        .filter(project -> Doubts.told(project.id()))
        .forEach(project ->
            found.put(
                project.id(),
                findings(project, reports.getOrDefault(project.id(), List.of())).stream()
                    .map(Finding::kind)
                    .toList()));

    assertThat(found)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Doubts.COPIES_SCHEDULE,
                List.of(Kind.ALWAYS_ON_SCHEDULE),
                Doubts.PROMISE_PASSED,
                List.of(Kind.FINISH_PASSED, Kind.FINISH_PASSED),
                Doubts.FALLS,
                List.of(Kind.PERCENT_FALLS),
                "rail-tianhe-station",
                List.of(Kind.MONTH_END_JUMP),
                "other-waste-transfer-stations",
                List.of(Kind.COMPLETION_WITHOUT_MILESTONES),
                Doubts.REWRITTEN,
                List.of(Kind.REWRITTEN_BEFORE_EVALUATION),
                "agri-extension-centre",
                List.of(Kind.SAME_FIGURE_AGAIN),
                Doubts.GOES_ON,
                List.of(Kind.PROGRESS_WHILE_STOPPED),
                "logistics-bonded-newport-airport",
                List.of(Kind.MONEY_AHEAD),
                "elderly-district-centres",
                List.of(Kind.MONEY_FALLS)));
  }

  @Test
  void noDoubtTouchesATarget() {
    assertThat(PACK.contributions()).noneMatch(link -> Doubts.told(link.project()));
  }

  private static List<Finding> findings(Scenario scenario) {
    Map<String, List<Report>> reports = reports(scenario);
    return PACK.projects().stream()
        .flatMap(
            project -> findings(project, reports.getOrDefault(project.id(), List.of())).stream())
        .toList();
  }

  private static List<Finding> findings(PlanPack.Project project, List<Report> reports) {
    List<Course.Stop> stops =
        project.id().equals(Doubts.GOES_ON)
            ? List.of(new Course.Stop(Doubts.GOES_ON_FROM, Optional.of(Doubts.GOES_ON_UNTIL)))
            : List.of();
    return Honesty.findings(
        new Course(project.start(), project.finish(), List.of(), Optional.empty(), stops, reports));
  }

  private static Map<String, List<Report>> reports(Scenario scenario) {
    Map<String, List<Report>> reports = new HashMap<>();
    for (Scenario.Month month : scenario.months()) {
      for (DemoEvent event : month.events()) {
        if (event instanceof DemoEvent.Report report) {
          reports
              .computeIfAbsent(report.project(), id -> new ArrayList<>())
              .add(seen(report, month.end()));
        }
      }
    }
    return reports;
  }

  private static Report seen(DemoEvent.Report report, LocalDate recordedOn) {
    return new Report(
        report.key(),
        report.asOf(),
        recordedOn,
        OptionalDouble.of(report.percent()),
        report.invested(),
        report.expectedFinish(),
        report.phase() == Phase.PHASE_COMPLETED || report.phase() == Phase.PHASE_OPERATING,
        !report.obstacle().isEmpty(),
        List.of(),
        report.correctsKey());
  }
}
