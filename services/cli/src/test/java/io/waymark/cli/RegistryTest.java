package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.registry.v1.ListPhaseMovesRequest;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.MovePhaseRequest;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ProjectKind;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.ReviseScheduleRequest;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.registry.v1.Store;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.type.v1.LocalizedText;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects, bureaus, phases, schedules and stops from the command line. */
class RegistryTest {
  private static final String PUMP = "pump-yangsigang";

  private final Town town;

  RegistryTest(@TempDir Path directory) throws IOException {
    town = new Town(directory);
    town.registry.projects.clear(); // those of ProjectFixtures are meant
  }

  @AfterEach
  void close() {
    town.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void whatTheRegistryKeepsIsShown(String language) {
    Golden.check("projects-" + language, out("projects", "--lang", language));
    Golden.check("project-" + language, out("projects", PUMP, "--lang", language));
    Golden.check("bureaus-" + language, out("bureaus", "--contacts", "--lang", language));
    Golden.check("phase-history-" + language, out("phase", "history", PUMP, "--lang", language));
    Golden.check(
        "schedule-history-" + language, out("schedule", "history", PUMP, "--lang", language));
  }

  @Test
  void everyFilterGoesIntoTheRequest() {
    assertThat(
            out(
                "projects",
                "--store",
                "储备库",
                "--list",
                "reform",
                "--phase",
                "开工,building",
                "--district",
                "hanyang",
                "--bureau",
                "water",
                "--field",
                "metro",
                "--part-of",
                "drainage",
                "--search",
                "泵",
                "--suspended",
                "--json"))
        .contains("pump-yangsigang", "water-price-reform");
    assertThat(town.registry.requests.getFirst())
        .isEqualTo(
            ListProjectsRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setStore(Store.STORE_RESERVE)
                .setKind(ProjectKind.PROJECT_KIND_REFORM)
                .addPhases(Phase.PHASE_STARTED)
                .addPhases(Phase.PHASE_BUILDING)
                .setDistrict("hanyang")
                .setBureauId("water")
                .setCategory("metro")
                .setParentProjectId("drainage")
                .setSearch("泵")
                .setSuspended(true)
                .build());
    Town.Run wrong = town.run("projects", "--store", "attic", "--list", "songs", "--lang", "en");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo(
            """
            --store: attic (expected: catalogue, reserve or implementation)
            --list: songs (expected: project, policy, platform or reform)
            Example: waymark projects --store reserve --list policy
            """);
  }

  @Test
  void aMoveIsRecordedAsOfTodayUnlessADayIsGiven() {
    assertThat(out("phase", "move", PUMP, "开工", "--key", "k", "--lang", "zh"))
        .isEqualTo("已登记：pump-yangsigang 自 2027-06-30 起为“开工”（变更编号 m-1）。幂等键 k\n");
    out(
        "phase",
        "move",
        PUMP,
        "preparation",
        "--date",
        "2027-06-01",
        "--reason",
        "重新选址",
        "--approval",
        "7号",
        "--corrects",
        "m-0",
        "--key",
        "k2");
    assertThat(town.registry.requests.getLast())
        .isEqualTo(
            MovePhaseRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .setIdempotencyKey("k2")
                .setPhase(Phase.PHASE_PREPARATION)
                .setDate("2027-06-01")
                .setReason("重新选址")
                .setApproval("7号")
                .setCorrectsMoveId("m-0")
                .build());
    Town.Run refused = town.run("phase", "move", PUMP, "operating", "--lang", "en");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).startsWith("reason:  (expected: why BUILDING is passed over)");
    out("phase", "history", PUMP, "--known-at", "2027-06-01");
    assertThat(((ListPhaseMovesRequest) town.registry.requests.getLast()).hasKnownAt()).isTrue();
  }

  @Test
  void aScheduleIsRevisedWithItsPointsAndWhatIsMissingIsNamedAtOnce() {
    out(
        "schedule",
        "revise",
        PUMP,
        "--start",
        "2026-03-01",
        "--finish",
        "2029-06",
        "--point",
        "2028-01-31=40：隧道贯通",
        "--point",
        "2028-12=80%",
        "--document",
        "9号",
        "--approver",
        "市人民政府",
        "--reason",
        "征地迟缓",
        "--effective",
        "2027-07-01",
        "--key",
        "k");
    assertThat(town.registry.requests.getLast())
        .isEqualTo(
            ReviseScheduleRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .setIdempotencyKey("k")
                .setPlannedStart("2026-03-01")
                .setPlannedFinish("2029-06-30")
                .addPoints(
                    SchedulePoint.newBuilder()
                        .setDate("2028-01-31")
                        .setPercent(40)
                        .setMilestone(LocalizedText.newBuilder().setZh("隧道贯通").setEn("隧道贯通")))
                .addPoints(SchedulePoint.newBuilder().setDate("2028-12-31").setPercent(80))
                .setDocument("9号")
                .setApprover("市人民政府")
                .setReason("征地迟缓")
                .setEffective("2027-07-01")
                .build());
    Town.Run missing = town.run("schedule", "revise", "--point", "soon", "--lang", "en");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err().lines()).hasSize(7);
  }

  @Test
  void aClockIsStoppedAndStarted() {
    assertThat(
            out(
                "suspend",
                PUMP,
                "--from",
                "2027-06-01",
                "--planned-until",
                "2027-10-01",
                "--reason",
                "汛期",
                "--approval",
                "12号",
                "--key",
                "k",
                "--lang",
                "en"))
        .isEqualTo(
            "Recorded: the clock of pump-yangsigang stands from 2027-06-01 on, by 12号. Key k\n");
    assertThat(town.registry.requests.getLast())
        .isEqualTo(
            SuspendProjectRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .setIdempotencyKey("k")
                .setFrom("2027-06-01")
                .setPlannedUntil("2027-10-01")
                .setReason("汛期")
                .setApproval("12号")
                .build());
    out("resume", PUMP, "--from", "2027-10-08", "--approval", "31号", "--key", "k2");
    assertThat(town.registry.requests.getLast())
        .isEqualTo(
            ResumeProjectRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .setIdempotencyKey("k2")
                .setFrom("2027-10-08")
                .setApproval("31号")
                .build());
  }

  private String out(String... arguments) {
    Town.Run run = town.run(arguments);
    assertThat(run.err()).doesNotContain("expected:");
    assertThat(run.exit()).isZero();
    return run.out();
  }
}
