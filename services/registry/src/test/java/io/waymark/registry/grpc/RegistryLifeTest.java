package io.waymark.registry.grpc;

import static io.waymark.registry.grpc.Calls.caller;
import static io.waymark.registry.grpc.Calls.report;
import static io.waymark.registry.grpc.Calls.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ListPhaseMovesRequest;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListScheduleVersionsRequest;
import io.waymark.proto.registry.v1.MovePhaseRequest;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.ProjectKind;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.ReviseScheduleRequest;
import io.waymark.proto.registry.v1.ReviseScheduleResponse;
import io.waymark.proto.registry.v1.ScheduleKind;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.proto.registry.v1.Store;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project's life over gRPC: phases, schedules by document, stops, and how it is found. */
class RegistryLifeTest {
  private static final String PUMP = "pump-yangsigang";

  private final InProcessRegistry registry = new InProcessRegistry();
  private final RegistryServiceBlockingStub office =
      registry.as(caller("plan-office", "plan_office"));
  private final RegistryServiceBlockingStub water = registry.as(caller("water", "reporter"));

  @BeforeEach
  void register() {
    var _ =
        office.importProjects(
            ImportProjectsRequest.newBuilder()
                .addProjects(Calls.project(PUMP, "water"))
                .addProjects(
                    Calls.project("lot-1", "water").toBuilder()
                        .setParentProjectId(PUMP)
                        .setKind(ProjectKind.PROJECT_KIND_PLATFORM))
                .build());
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void thePipelineShowsEveryStepWithItsDayItsRecordingAndWhoTookIt() {
    var started = water.movePhase(move("m1", Phase.PHASE_STARTED, "2027-04-01"));
    registry.clock().advance(Duration.ofHours(1));
    var _ = water.reportProgress(report(PUMP, "r1", 10).setPhase(Phase.PHASE_BUILDING).build());

    List<PhaseMove> moves = state().getPhaseMovesList();
    assertThat(moves)
        .extracting(PhaseMove::getPhase)
        .containsExactly(Phase.PHASE_STARTED, Phase.PHASE_BUILDING);
    assertThat(moves.getFirst().getMoveId()).isEqualTo(started.getMoveId());
    assertThat(moves.getFirst().getFromPhase()).isEqualTo(Phase.PHASE_PREPARATION);
    assertThat(moves.getFirst().getRecordedAt()).isEqualTo(started.getRecordedAt());
    assertThat(moves.getFirst().getActor().getName()).isEqualTo("water-clerk");
    assertThat(moves.get(1).getReportId()).isNotEmpty();
    assertThat(state().getStore()).isEqualTo(Store.STORE_IMPLEMENTATION);
    assertThat(known(started.getRecordedAt()))
        .extracting(PhaseMove::getPhase)
        .containsExactly(Phase.PHASE_STARTED);
    assertThat(
            statusOf(() ->
                    office.listPhaseMoves(
                        ListPhaseMovesRequest.newBuilder()
                            .setPlanId("wuhan-15")
                            .setProjectId("nowhere")
                            .build()))
                .code())
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void aMoveThatBreaksARuleIsAViolationAndTheSameMoveTwiceIsOne() {
    assertThat(
            statusOf(() -> office.movePhase(move("m", Phase.PHASE_OPERATING, "2027-04-01")))
                .violations())
        .containsExactly("reason:  (expected: why BUILDING is passed over)");
    var first = office.movePhase(move("m", Phase.PHASE_STARTED, "2027-04-01"));
    assertThat(office.movePhase(move("m", Phase.PHASE_STARTED, "2027-04-01"))).isEqualTo(first);
    assertThat(
            statusOf(() -> office.movePhase(move("m", Phase.PHASE_STARTED, "2027-04-02"))).reason())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void aScheduleIsRevisedByADocumentAndItsVersionsAreListed() {
    ReviseScheduleRequest revision =
        ReviseScheduleRequest.newBuilder()
            .setPlanId("wuhan-15")
            .setProjectId(PUMP)
            .setIdempotencyKey("s1")
            .setPlannedFinish("2029-06-30")
            .addPoints(SchedulePoint.newBuilder().setDate("2028-01-31").setPercent(40))
            .setDocument("武政调〔2027〕9号")
            .setApprover("市人民政府")
            .setReason("征地迟缓")
            .setEffective("2027-06-01")
            .build();
    ReviseScheduleResponse reply = office.reviseSchedule(revision);
    assertThat(office.reviseSchedule(revision)).isEqualTo(reply);
    assertThat(statusOf(() -> water.reviseSchedule(revision)).reason()).isEqualTo("ROLE_MISSING");

    var versions =
        office.listScheduleVersions(
            ListScheduleVersionsRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .build());
    assertThat(versions.getInForce()).isEqualTo(2);
    assertThat(versions.getVersionsList())
        .extracting(ScheduleVersion::getKind)
        .containsExactly(ScheduleKind.SCHEDULE_KIND_REVISION, ScheduleKind.SCHEDULE_KIND_PLAN);
    ScheduleVersion revised = versions.getVersions(0);
    assertThat(revised.getScheduleVersionId()).isEqualTo(reply.getScheduleVersionId());
    assertThat(revised.getPlannedStart()).isEqualTo("2026-03-01");
    assertThat(revised.getPlannedFinish()).isEqualTo("2029-06-30");
    assertThat(revised.getActor().getBureauId()).isEqualTo("plan-office");
    assertThat(state().getScheduleRevisionsList()).hasSize(1);
    assertThat(state().getProject().getPlannedFinish()).isEqualTo("2028-12-31");
  }

  @Test
  void aStopTellsWhenItIsMeantToEndAndByWhatItEnded() {
    var _ =
        office.suspendProject(
            SuspendProjectRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .setIdempotencyKey("s")
                .setFrom("2027-05-01")
                .setReason("汛期")
                .setApproval("12号")
                .setPlannedUntil("2027-09-01")
                .build());
    assertThat(ids(all().setSuspended(true))).containsExactly(PUMP);
    var _ =
        office.resumeProject(
            ResumeProjectRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .setIdempotencyKey("r")
                .setFrom("2027-06-15")
                .setApproval("31号")
                .build());
    assertThat(state().getSuspensions(0).getPlannedUntil()).isEqualTo("2027-09-01");
    assertThat(state().getSuspensions(0).getResumptionApproval()).isEqualTo("31号");
    assertThat(ids(all().setSuspended(true))).isEmpty();
  }

  @Test
  void projectsAreFoundByStoreListPartAndPhase() {
    var _ = water.movePhase(move("m1", Phase.PHASE_STARTED, "2027-04-01"));
    assertThat(ids(all().setStore(Store.STORE_IMPLEMENTATION))).containsExactly(PUMP);
    assertThat(ids(all().setStore(Store.STORE_RESERVE))).containsExactly("lot-1");
    assertThat(ids(all().setKind(ProjectKind.PROJECT_KIND_PLATFORM))).containsExactly("lot-1");
    assertThat(ids(all().setParentProjectId(PUMP))).containsExactly("lot-1");
    assertThat(ids(all().addPhases(Phase.PHASE_STARTED))).containsExactly(PUMP);
    assertThat(ids(all().setBureauId("housing").setDistrict("hanyang"))).hasSize(2);
    assertThat(
            statusOf(() -> ids(all().setStore(Store.STORE_RESERVE).addPhases(Phase.PHASE_BUILDING)))
                .violations())
        .containsExactly("phases:  (expected: among them one of PREPARATION)");
    assertThat(statusOf(() -> ids(all().setStoreValue(9))).violations())
        .containsExactly("store: 9 (expected: one of CATALOGUE, RESERVE, IMPLEMENTATION)");
  }

  @Test
  void aListMayLeaveTheReportsOut() {
    var _ = water.reportProgress(report(PUMP, "r1", 10).setPhase(Phase.PHASE_BUILDING).build());
    ProjectState listed =
        office.listProjects(all().setWithoutReports(true).build()).getStatesList().stream()
            .filter(state -> state.getProject().getProjectId().equals(PUMP))
            .findFirst()
            .orElseThrow();
    assertThat(listed.getReportsList()).isEmpty();
    assertThat(listed.getReportsLeftOut()).isEqualTo(1);
    assertThat(listed.getPhase()).isEqualTo(Phase.PHASE_BUILDING);
  }

  private static ListProjectsRequest.Builder all() {
    return ListProjectsRequest.newBuilder().setPlanId("wuhan-15");
  }

  private List<String> ids(ListProjectsRequest.Builder request) {
    return office.listProjects(request.build()).getStatesList().stream()
        .map(state -> state.getProject().getProjectId())
        .toList();
  }

  private static MovePhaseRequest move(String key, Phase phase, String date) {
    return MovePhaseRequest.newBuilder()
        .setPlanId("wuhan-15")
        .setProjectId(PUMP)
        .setIdempotencyKey(key)
        .setPhase(phase)
        .setDate(date)
        .build();
  }

  private List<PhaseMove> known(Timestamp at) {
    return office
        .listPhaseMoves(
            ListPhaseMovesRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(PUMP)
                .setKnownAt(at)
                .build())
        .getMovesList();
  }

  private ProjectState state() {
    return office
        .getProject(GetProjectRequest.newBuilder().setPlanId("wuhan-15").setProjectId(PUMP).build())
        .getState();
  }
}
