package io.waymark.registry.domain;

import static io.waymark.registry.Samples.METRO;
import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static io.waymark.registry.Samples.reporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.Samples;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Corrections of corrections, out of order, and of what is not one's own. */
class CorrectionChainTest {
  private ProjectState pump = new ProjectState(definition(PUMP, "water"), 1, List.of(), List.of());

  @Test
  void aCorrectionCanBeCorrectedAndOnlyTheLastOfTheChainIsInForce() {
    String first = report("2027-05-31", 30, "");
    String second = report("2027-05-31", 35, first);
    String third = report("2027-05-31", 33, second);
    assertThat(percents()).containsExactly(33.0);
    assertRefused(second);
    assertRefused(first);
    report("2027-05-31", 34, third);
    assertThat(percents()).containsExactly(34.0);
  }

  @Test
  void aCorrectionMayMoveAReportToAnotherDayAndKeepsTheOrder() {
    String april = report("2027-04-30", 20, "");
    report("2027-05-31", 30, "");
    report("2027-06-15", 32, april);
    assertThat(percents()).containsExactly(30.0, 32.0);
    assertThat(pump.reports().getLast().asOf()).isEqualTo("2027-06-15");
  }

  @Test
  void aReportOfAnotherProjectCannotBeCorrectedThroughThisOne() {
    report("2027-05-31", 30, "");
    ProjectState metro = new ProjectState(definition(METRO, "water"), 1, List.of(), List.of());
    String foreign =
        Projects.decide(metro, Samples.report(METRO, "k", "2027-05-31", 40), WATER, NOW)
            .reply()
            .reportId();
    assertRefused(foreign);
    assertRefused("wuhan-15.pump-yangsigang.99");
    assertThat(percents()).containsExactly(30.0);
  }

  @Test
  void anotherBureausReportCannotBeCorrectedByWhoHasNoPartInTheProject() {
    String first = report("2027-05-31", 30, "");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(
            () -> Projects.decide(pump, command("2027-05-31", 90, first), reporter("parks"), NOW))
        .matches(refused -> refused.reason().equals("PROJECT_NOT_YOURS"));
  }

  private void assertRefused(String corrects) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Projects.decide(pump, command("2027-05-31", 50, corrects), WATER, NOW))
        .withMessage(
            "corrects_report_id: "
                + corrects
                + " (expected: a report of this project that is in force)");
  }

  private String report(String asOf, double percent, String corrects) {
    Decision decision = Projects.decide(pump, command(asOf, percent, corrects), WATER, NOW);
    for (ProjectEvent event : decision.events()) {
      pump = Projects.evolve(pump, event);
    }
    return decision.reply().reportId();
  }

  private static ProjectCommand.Report command(String asOf, double percent, String corrects) {
    return Samples.report(
        PUMP, "k", new ReportDraft(asOf, OptionalDouble.of(percent), "", "", "", "", corrects, ""));
  }

  private List<Double> percents() {
    return pump.reports().stream().map(r -> r.percentComplete().orElseThrow()).toList();
  }
}
