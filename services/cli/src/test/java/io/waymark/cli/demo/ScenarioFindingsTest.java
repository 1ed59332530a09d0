package io.waymark.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.pack.PackFolder;
import io.waymark.cli.pack.PlanPack;
import io.waymark.honesty.Course;
import io.waymark.honesty.Finding;
import io.waymark.honesty.Honesty;
import io.waymark.honesty.Report;
import io.waymark.proto.registry.v1.Phase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What the honesty rules make of the demo's simulated reports. */
class ScenarioFindingsTest {
  private static final PlanPack PACK = PlanPack.read(PackFolder.wuhan()).pack().orElseThrow();

  @Test
  void theDemoShowsAFewFindingsAndNotHundreds() {
    Map<String, List<Report>> reports = reports(Scenario.of(PACK, Scenario.DEFAULT_SEED));
    List<Finding> findings = new ArrayList<>();
    PACK.projects()
        .forEach(project -> {
          List<Report> of = reports.getOrDefault(project.id(), List.of());
          findings.addAll(
              Honesty.findings(
                  new Course(
                      project.start(),
                      project.finish(),
                      List.of(),
                      Optional.empty(),
                      List.of(),
                      of)));
        });
    assertThat(findings).hasSizeBetween(3, 40);
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
