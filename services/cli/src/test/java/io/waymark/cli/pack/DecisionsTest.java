package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.pack.LoadReport.Counts;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.PhaseMove;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules by document, steps, stops and reporting rules of a pack. */
class DecisionsTest {
  @TempDir private Path folder;

  private final FakeServices services =
      new FakeServices(() -> Instant.parse("2027-06-30T01:00:00Z"));

  @BeforeEach
  void write() throws IOException {
    FullPack.write(folder);
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void decisionsAreRecordedOnceTheEarliestFirst() {
    assertThat(load().decisions()).isEqualTo(new Counts(11, 0, 0));
    assertThat(services.registry().decided().written())
        .containsExactly(
            "schedule pump 武发改规〔2027〕6号",
            "schedule pump 武发改规〔2028〕21号",
            "phase price 2026-05-01",
            "phase pipe 2026-08-01",
            "phase price 2027-01-15",
            "suspend pump 2026-07-01",
            "resume pump 2026-11-01",
            "suspend pump 2027-02-01",
            "suspend pipe 2027-05-01");

    assertThat(load().decisions()).isEqualTo(new Counts(0, 0, 11));
    assertThat(services.registry().decided().written()).hasSize(9);
  }

  @Test
  void whatDiffersIsRecordedAnewAndAnOpenStopEnds() throws IOException {
    load();
    edit("schedules.csv", "pump,2028-12-31,55.5", "pump,2028-12-31,58");
    edit("reporting_rules.csv", "report,pump,monthly,1,12", "report,pump,monthly,1,15");
    edit(
        "suspensions.csv",
        "pipe,2027-05-01,,,管线冲突,武停复〔2027〕3号,",
        "pipe,2027-05-01,2027-06-01,,管线冲突,武停复〔2027〕3号,武停复〔2027〕5号");

    assertThat(diff())
        .containsExactly(
            "schedules CHANGED pump 2027-07-01 武发改规〔2027〕6号 2028-12-31",
            "suspensions CHANGED pipe 2027-05-01",
            "reporting_rules CHANGED report pump monthly 2027-01-01");
    assertThat(load().decisions()).isEqualTo(new Counts(0, 3, 8));
    assertThat(services.registry().decided().written())
        .endsWith("schedule pump 武发改规〔2027〕6号", "resume pipe 2027-06-01");
    assertThat(diff()).isEmpty();
  }

  @Test
  void aStepIsNeverRewrittenAndNothingIsTakenBack() throws IOException {
    load();
    edit("phases.csv", "随泵站同步施工", "另一理由");
    edit("suspensions.csv", "pump,2027-02-01,2027-03-01,,春节停工,武停复〔2027〕1号,\n", "");

    assertThat(diff())
        .containsExactly(
            "phases STAYS pipe 2026-08-01 building", "suspensions STAYS pump 2027-02-01");
    assertThat(load().decisions()).isEqualTo(new Counts(0, 0, 10));
  }

  @Test
  void whatAReportSaidOfThePhaseIsNoPlans() {
    load();
    services
        .registry()
        .decided()
        .reported(
            "pump",
            PhaseMove.newBuilder()
                .setPhase(Phase.PHASE_COMPLETED)
                .setDate("2028-12-31")
                .setReportId("full.pump.9")
                .build());

    assertThat(diff()).isEmpty();
  }

  @Test
  void everyFaultOfADecisionIsNamedByItsCell() throws IOException {
    edit("schedules.csv", "2027-07-01,武发改规〔2027〕6号,,,,", "2027-07-01,武发改规〔2027〕7号,,,,");
    edit("schedule_revisions.csv", "2026-01-01,2029-06-30", "2029-07-01,2029-06-30");
    edit("phases.csv", "pipe,2026-08-01,building", "song,2026-08-01,dreaming");
    edit("suspensions.csv", "pump,2027-02-01,2027-03-01", "pump,2027-02-01,2027-02-01");
    edit(
        "suspensions.csv",
        "pipe,2027-05-01,,,管线冲突,武停复〔2027〕3号,",
        "pipe,2027-05-01,,,,武停复〔2027〕3号,武停复〔2027〕5号");
    edit("reporting_rules.csv", "report,,monthly,1,8,2", "mail,,weekly,13,0,91");
    edit("reporting_rules.csv", "figure,drainage", "figure,pump");

    assertThat(PlanPack.read(folder).faults())
        .extracting(fault -> fault.file() + " " + fault.row() + " " + fault.column())
        .containsExactlyInAnyOrder(
            "schedules.csv 3 document",
            "schedules.csv 4 date",
            "schedule_revisions.csv 3 planned_finish",
            "phases.csv 4 project_id",
            "phases.csv 4 phase",
            "suspensions.csv 3 until",
            "suspensions.csv 4 reason",
            "suspensions.csv 4 until",
            "reporting_rules.csv 2 owed",
            "reporting_rules.csv 2 frequency",
            "reporting_rules.csv 2 months_after",
            "reporting_rules.csv 2 day",
            "reporting_rules.csv 2 grace_days",
            "reporting_rules.csv 4 subject_id");
  }

  private LoadReport load() {
    return new PackLoader(services.door("cli"), (stage, done, total) -> {})
        .load(PlanPack.read(folder).pack().orElseThrow());
  }

  private java.util.List<String> diff() {
    PackCells loaded =
        LoadedPack.read(Keepers.of(services.door("cli"), Door.PLAN_OFFICE), "full").orElseThrow();
    return PackDiff.between(loaded, PlanPack.read(folder).pack().orElseThrow().cells())
        .changes()
        .stream()
        .map(change -> change.sheet().title() + " " + change.kind() + " " + change.key())
        .toList();
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
