package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.registry.v1.ObstacleKind;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reporting calendar, findings, and what a report says besides its figures. */
class DueTest {
  private final Town town;
  private final Path directory;

  DueTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void whatIsDueAndMissingIsListedForAllBureaus(String language) {
    Town.Run run = town.run("due", "--all", "--lang", language);
    assertThat(run.exit()).as(run.err()).isZero();
    Golden.check("due-" + language, run.out());
  }

  @Test
  void aBureauSeesItsOwn() {
    assertThat(town.run("due", "--as", "water").out())
        .contains("Reports of water", "pump-yangsigang")
        .doesNotContain("metro-line-12-wuchang");
    assertThat(town.run("due", "--as", "water", "--bureau", "transport").out())
        .contains("2027Q2")
        .doesNotContain("pump-yangsigang");
  }

  @Test
  void whatCameLateIsListedWhenAskedFor() {
    assertThat(town.run("due", "--all", "--late").out())
        .contains("◆ late", "2027Q1", "■ missing")
        .doesNotContain("○ due");
    assertThat(town.run("due", "--bureau", "parks", "--late").out()).contains("Nothing to show.");
  }

  @Test
  void machinesGetTheSameAsJson() {
    assertThat(town.run("due", "--all", "--json").out())
        .contains("\"DUTY_STANDING_MISSING\"", "\"today\"")
        .doesNotContain("DUTY_STANDING_LATE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void findingsAreListedWithTheirReasons(String language) {
    Golden.check("findings-" + language, town.run("findings", "--lang", language).out());
  }

  @Test
  void whereNothingWasFoundThatIsSaid() {
    assertThat(town.run("findings", "--bureau", "transport", "--lang", "zh").out())
        .isEqualTo("没有需要再看的填报。\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theRulesOfTheCalendarAreShown(String language) {
    Golden.check("calendar-" + language, town.run("calendar", "show", "--lang", language).out());
  }

  @Test
  void aRuleIsSetForProjectsOrForFigures() {
    String[] rule = {"calendar", "set", "--frequency", "monthly", "--day", "8", "--grace", "2"};
    assertThat(town.run(with(rule, "--effective", "2027-01-01")).out()).isEqualTo("Set.\n");
    assertThat(town.run(with(rule, "--effective", "2027-01-01")).out())
        .isEqualTo("It was so already.\n");
    var set = town.reporting.set.getFirst().getRule();
    assertThat(set.getDay()).isEqualTo(8);
    assertThat(set.getMonthsAfter()).isEqualTo(1);
    assertThat(set.getGraceDays()).isEqualTo(2);
    assertThat(
            town.run(with(rule, "--effective", "2027-01-01", "--figures", "--subject", "gdp-total"))
                .exit())
        .isZero();
    assertThat(town.reporting.figures.set.getFirst().getRule().getSubjectId())
        .isEqualTo("gdp-total");
    assertThat(town.run(with(rule, "--effective", "soon")).exit()).isEqualTo(2);
  }

  @Test
  void aReportNamesKindsOfObstaclesAndPapersByReference() throws IOException {
    Files.writeString(directory.resolve("photo.jpg"), "test");
    Town.Run run =
        town.run(
            "report",
            Fixtures.METRO,
            "--percent",
            "40",
            "--obstacle-kind",
            "funding",
            "--obstacle-kind",
            "征地拆迁",
            "--attach",
            "photo.jpg=https://files.example/1",
            "--milestone",
            "隧道贯通",
            "--as",
            "transport",
            "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    ReportProgressRequest report = town.registry.reports.getFirst();
    assertThat(report.getObstacleKindsList())
        .containsExactly(
            ObstacleKind.OBSTACLE_KIND_FUNDING, ObstacleKind.OBSTACLE_KIND_LAND_ACQUISITION);
    assertThat(report.getAttachments(0).getSha256())
        .isEqualTo("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    assertThat(report.getAttachments(0).getSizeBytes()).isEqualTo(4);
    assertThat(report.getAttachments(0).getName()).isEqualTo("photo.jpg");
    assertThat(report.getMilestonesReachedList()).containsExactly("隧道贯通");
    Town.Run wrong =
        town.run(
            "report",
            Fixtures.METRO,
            "--obstacle-kind",
            "plague",
            "--attach",
            "nowhere.jpg=https://files.example/2",
            "--as",
            "transport");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("--obstacle-kind: plague (expected: land-acquisition, funding")
        .contains("--attach: nowhere.jpg=https://files.example/2 (expected: FILE=URL");
  }

  private static String[] with(String[] first, String... more) {
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
