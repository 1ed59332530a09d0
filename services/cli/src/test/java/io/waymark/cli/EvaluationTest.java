package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waymark.proto.alerting.v1.AlertStatus;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.DutyFact;
import io.waymark.proto.indicator.v1.DutySubject;
import io.waymark.proto.indicator.v1.EvaluationKind;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.HonestyFact;
import io.waymark.proto.indicator.v1.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code waymark evaluate}, {@code scorecard} and {@code index}. */
class EvaluationTest {
  private static final DutySubject PROJECT = DutySubject.DUTY_SUBJECT_PROJECT;
  private static final DutySubject FIGURE = DutySubject.DUTY_SUBJECT_INDICATOR;
  private static final String LINE_12 = "metro-line-12-wuchang";

  private final Town town;

  EvaluationTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Town.Run freeze(String... more) {
    String[] all = {
      "evaluate",
      "freeze",
      "--kind",
      "年度监测",
      "--as-of",
      "2027-06-30",
      "--title",
      "2027 年度监测",
      "--document",
      FakeEvaluation.DOCUMENT,
      "--key",
      "k-1"
    };
    String[] line = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, line, all.length, more.length);
    return town.run(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void whatWasFrozenIsShownWithWeightsAndFormula(String language) {
    Town.Run run = freeze("--lang", language);

    assertThat(run.err()).contains("k-1");
    assertThat(run.exit()).isZero();
    Golden.check("evaluate-freeze-" + language, run.out());
  }

  @Test
  void allFactsOfBehaviourAreAskedOfTheServicesAndHandedIn() {
    town.alerting.status = AlertStatus.ALERT_STATUS_ACKNOWLEDGED;

    freeze();

    FreezeSnapshotRequest request = town.evaluation.frozen.getFirst();
    assertThat(request.getKind()).isEqualTo(EvaluationKind.EVALUATION_KIND_ANNUAL);
    assertThat(request.getAsOf()).isEqualTo("2027-06-30");
    BehaviourFacts facts = request.getFacts();
    assertThat(facts.getOrigin())
        .contains("2026-07-01..2027-06-30", "ListReportingDuties", "ListReviews", "ListAlerts");
    assertThat(facts.getDutiesList())
        .extracting(
            DutyFact::getKind,
            DutyFact::getSubjectId,
            DutyFact::getPeriodEnd,
            DutyFact::getCloses,
            DutyFact::getFiledOn,
            DutyFact::getLeadBureauId)
        .containsExactly(
            tuple(PROJECT, LINE_12, "2027-03-31", "2027-04-15", "2027-05-02", "transport"),
            tuple(PROJECT, "pump-yangsigang", "2027-05-31", "2027-06-10", "", "water"),
            tuple(PROJECT, LINE_12, "2027-06-30", "2027-07-15", "", "transport"),
            tuple(FIGURE, "gdp-total", "2026-12-31", "2027-04-05", "2027-02-28", "plan-office"));
    assertThat(facts.getHonestyList())
        .extracting(
            HonestyFact::getSubjectId,
            HonestyFact::getLeadBureauId,
            HonestyFact::getReports,
            HonestyFact::getFindings)
        .containsExactly(
            tuple(LINE_12, "transport", 4, 0), tuple("pump-yangsigang", "water", 4, 1));
    assertThat(facts.getAlerts(0).getOpenedOn()).isEqualTo("2027-06-30");
    assertThat(facts.getAlerts(0).getHandledOn()).isEqualTo("2027-06-30");
  }

  @Test
  void whatIsAskedIsWhatWasDueInTheYearAndKnownAtTheInstant() {
    freeze("--known-at", "2027-07-20T00:00:00Z");

    long instant = java.time.Instant.parse("2027-07-20T00:00:00Z").getEpochSecond();
    assertThat(town.reporting.asked)
        .hasSize(3)
        .allSatisfy(asked -> {
          assertThat(asked.getFrom()).isEqualTo("2026-07-01");
          assertThat(asked.getUntil()).isEqualTo("2027-06-30");
          assertThat(asked.getKnownAt().getSeconds()).isEqualTo(instant);
        });
    assertThat(town.reporting.figures.asked.getFirst().getFrom()).isEqualTo("2026-07-01");
    assertThat(town.reporting.figures.asked.getFirst().getKnownAt().getSeconds())
        .isEqualTo(instant);
    assertThat(town.reporting.reviewed.getFirst().getUntil()).isEqualTo("2027-06-30");
    assertThat(town.reporting.reviewed.getFirst().getKnownAt().getSeconds()).isEqualTo(instant);
  }

  @Test
  void factsOfAFileAreHandedInInstead() throws IOException {
    Files.writeString(
        town.directory.resolve("facts.json"),
        "{\"origin\": \"audit\", \"honesty\": [{\"kind\": \"DUTY_SUBJECT_PROJECT\","
            + " \"subjectId\": \"metro-12\", \"reports\": 4, \"findings\": 1}]}");

    freeze("--facts", "facts.json");
    freeze("--no-facts");

    assertThat(town.evaluation.frozen.get(0).getFacts().getHonesty(0).getFindings()).isEqualTo(1);
    assertThat(town.evaluation.frozen.get(1).getFacts())
        .isEqualTo(BehaviourFacts.getDefaultInstance());
    assertThat(freeze("--facts", "nowhere.json").exit()).isEqualTo(2);
  }

  @Test
  void everyFaultOfALineIsNamedAtOnce() {
    Town.Run run = town.run("evaluate", "freeze", "--kind", "weekly", "--as-of", "soon");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--kind: weekly", "--as-of: soon", "--title", "--document");
    assertThat(town.evaluation.frozen).isEmpty();
  }

  @Test
  void snapshotsAreListedAndShown() {
    Golden.check("evaluate-list-en", town.run("evaluate", "list").out());
    assertThat(town.run("evaluate", "show", FakeEvaluation.DOCUMENT).out())
        .isEqualTo(freeze().out());
    assertThat(town.run("evaluate", "show", "unknown").exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void whatChangedIsToldSubjectBySubject(String language) {
    Golden.check(
        "evaluate-compare-" + language,
        town.run("evaluate", "compare", "a", "b", "--lang", language).out());
  }

  @Test
  void aProofThatFailsIsNoSuccess() {
    Town.Run same = town.run("evaluate", "verify", "a");
    town.evaluation.verification = Verification.VERIFICATION_DIFFERS;

    assertThat(same.exit()).isZero();
    assertThat(same.out()).contains("byte for byte", "again   ab12", "1 of them from their pins");
    assertThat(town.run("evaluate", "verify", "a").exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theDocumentIsWrittenWithItsTables(String language) throws IOException {
    Town.Run run =
        town.run(
            "evaluate",
            "export",
            FakeEvaluation.DOCUMENT,
            "--output",
            "out",
            "--compare",
            "a",
            "--lang",
            language);

    assertThat(run.exit()).isZero();
    Path folder = town.directory.resolve("out");
    Golden.check(
        "evaluation-document-" + language, Files.readString(folder.resolve("evaluation.md")));
    assertThat(run.out().lines()).hasSize(12);
    assertThat(Files.readAllBytes(folder.resolve("targets.csv"))).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(Files.readString(folder.resolve("targets.csv"), StandardCharsets.UTF_8))
        .contains(Fixtures.RAIL);
    assertThat(Files.readString(folder.resolve("inputs.csv"))).contains("bureau:transport");
    try (ZipFile workbook = new ZipFile(folder.resolve("tables.xlsx").toFile())) {
      assertThat(workbook.stream().filter(e -> e.getName().startsWith("xl/worksheets/sheet")))
          .hasSize(10);
    }
  }

  @Test
  void aFolderMustBeNamedForAnExport() {
    assertThat(town.run("evaluate", "export", "a").exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void everyScoreShowsItsWeightsAndFormula(String language) {
    Town.Run scorecard = town.run("scorecard", "--lang", language);

    Golden.check("scorecard-" + language, scorecard.out());
    assertThat(town.evaluation.previewed.getFirst().getFacts().getHonestyCount()).isEqualTo(2);
    Golden.check("index-" + language, town.run("index", "--lang", language).out());
    Golden.check(
        "scorecard-bureau-" + language,
        town.run("scorecard", "--bureau", "transport", "--no-facts", "--lang", language).out());
  }

  @Test
  void aBureausScoreIsTakenApartToItsInputs() {
    Town.Run run = town.run("scorecard", "--bureau", "transport", "--no-facts");

    assertThat(town.evaluation.previewed.getFirst().getScoreId()).isEqualTo("bureau:transport");
    assertThat(town.run("scorecard", FakeEvaluation.DOCUMENT, "--bureau", "transport").out())
        .isEqualTo(run.out());
  }

  @Test
  void theIndexNeedsNoFactsOfBehaviour() {
    assertThat(town.run("index").out()).contains("Plan index 57.83", "Preview");
    assertThat(town.run("index", "--inputs").out()).contains("target:" + Fixtures.RAIL);
    assertThat(town.run("index", FakeEvaluation.DOCUMENT).out()).doesNotContain("Preview");
    assertThat(town.evaluation.previewed)
        .allMatch(request -> !request.hasFacts() || request.getFacts().getDutiesCount() == 0);
    assertThat(town.run("scorecard", "--no-facts", "--json").out()).contains("bureau:transport");
  }
}
