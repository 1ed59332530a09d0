package io.waymark.registry.grpc;

import static io.waymark.registry.grpc.Calls.caller;
import static io.waymark.registry.grpc.Calls.report;
import static io.waymark.registry.grpc.Calls.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status.Code;
import io.waymark.proto.registry.v1.BureauClearing;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ListBureausRequest;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceBlockingStub;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.type.v1.ActorKind;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryGrpcServiceTest {
  private final InProcessRegistry registry = new InProcessRegistry();
  private final RegistryServiceBlockingStub office =
      registry.as(caller("plan-office", "plan_office"));
  private final RegistryServiceBlockingStub water = registry.as(caller("water", "reporter"));

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void whatWasImportedIsReadAgainWithoutLoss() {
    Project pump = Calls.project("pump-yangsigang", "water");
    assertThat(office.importProjects(imported(pump)).getCounts().getCreated()).isEqualTo(1);
    assertThat(office.importProjects(imported(pump)).getCounts().getUnchanged()).isEqualTo(1);
    assertThat(state("pump-yangsigang").getProject()).isEqualTo(pump);
    assertThat(office.listBureaus(ListBureausRequest.getDefaultInstance()).getBureausList())
        .contains(Calls.bureau("water"));
  }

  @Test
  void aReportIsRecordedWithItsActor() {
    register("pump-yangsigang");
    ReportProgressResponse reply =
        water.reportProgress(
            report("pump-yangsigang", "k1", 38)
                .setInvestedToDate("12.50")
                .setPhase(Phase.PHASE_BUILDING)
                .setObstacle("征地受阻")
                .build());
    assertThat(reply.getVersion()).isEqualTo(2);
    ProjectState state = state("pump-yangsigang");
    assertThat(state.getPhase()).isEqualTo(Phase.PHASE_BUILDING);
    ProgressReport report = state.getReports(0);
    assertThat(report.getReportId()).isEqualTo(reply.getReportId());
    assertThat(report.getInvestedToDate()).isEqualTo("12.5");
    assertThat(report.getActor().getBureauId()).isEqualTo("water");
    assertThat(report.getActor().getKind()).isEqualTo(ActorKind.ACTOR_KIND_PERSON);
    assertThat(report.getActor().getChannel()).isEqualTo("cli");
    assertThat(report.getRecordedAt()).isEqualTo(reply.getRecordedAt());
  }

  @Test
  void theSameReportAgainGetsTheStoredReplyAndAnotherBodyIsRefused() {
    register("pump-yangsigang");
    var request = report("pump-yangsigang", "k1", 38).build();
    assertThat(water.reportProgress(request)).isEqualTo(water.reportProgress(request));
    Calls.Refused refused =
        statusOf(() -> water.reportProgress(report("pump-yangsigang", "k1", 39).build()));
    assertThat(refused.code()).isEqualTo(Code.ALREADY_EXISTS);
    assertThat(refused.reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(state("pump-yangsigang").getVersion()).isEqualTo(2);
  }

  @Test
  void badInputIsNamedInFull() {
    register("pump-yangsigang");
    Calls.Refused refused =
        statusOf(() ->
            water.reportProgress(
                report("pump-yangsigang", "k1", 130)
                    .setAsOf("2126-01-01")
                    .setPhaseValue(99)
                    .build()));
    assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(refused.violations())
        .containsExactly(
            "as_of: 2126-01-01 (expected: an ISO date from 2000-01-01 to today 2027-06-30)",
            "percent_complete: 130 (expected: 0..100)",
            "phase: 99 (expected: one of RESERVE, PREPARATION, STARTED, BUILDING, COMPLETED,"
                + " OPERATING)");
    assertThat(state("pump-yangsigang").getVersion()).isEqualTo(1);
  }

  @Test
  void anEmptyImportIsNamed() {
    assertThat(
            statusOf(() -> office.importProjects(ImportProjectsRequest.getDefaultInstance()))
                .violations())
        .containsExactly("projects: 0 (expected: 1..2000 items)");
    assertThat(
            statusOf(() -> office.importBureaus(ImportBureausRequest.getDefaultInstance()))
                .violations())
        .containsExactly("bureaus: 0 (expected: 1..1000 items)");
    assertThat(
            statusOf(() ->
                    office.importBureaus(
                        ImportBureausRequest.newBuilder()
                            .addBureaus(Calls.bureau("water"))
                            .addClearings(
                                BureauClearing.newBuilder()
                                    .setBureauId("parks")
                                    .addFields("contacts"))
                            .build()))
                .violations())
        .containsExactly("clearings.bureau_id: parks (expected: a bureau of this import)");
  }

  @Test
  void anotherBureausProjectIsDeniedWhetherOrNotItExists() {
    register("pump-yangsigang");
    var transport = registry.as(caller("transport", "reporter"));
    Calls.Refused existing =
        statusOf(() -> transport.reportProgress(report("pump-yangsigang", "k", 1).build()));
    Calls.Refused missing =
        statusOf(() -> transport.reportProgress(report("no-such-project", "k", 1).build()));
    assertThat(existing.code()).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(missing.code()).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(existing.reason()).isEqualTo("PROJECT_NOT_YOURS");
    assertThat(missing.reason()).isEqualTo("PROJECT_NOT_YOURS");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(statusOf(() -> state("no-such-project")).code()).isEqualTo(Code.NOT_FOUND);
    assertThat(
            statusOf(() ->
                    office.listReports(
                        ListReportsRequest.newBuilder()
                            .setPlanId("wuhan-15")
                            .setProjectId("none")
                            .build()))
                .code())
        .isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void onlyThePlanOfficeImportsAndSuspends() {
    register("pump-yangsigang");
    assertThat(statusOf(() -> water.importProjects(imported(Calls.project("p", "water")))).code())
        .isEqualTo(Code.PERMISSION_DENIED);
    assertThat(statusOf(() -> water.suspendProject(suspend())).code())
        .isEqualTo(Code.PERMISSION_DENIED);
    assertThat(office.suspendProject(suspend()).getVersion()).isEqualTo(2);
    assertThat(
            statusOf(() ->
                    office.suspendProject(suspend().toBuilder().setIdempotencyKey("s2").build()))
                .code())
        .isEqualTo(Code.FAILED_PRECONDITION);
    var resumed =
        office.resumeProject(
            ResumeProjectRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId("pump-yangsigang")
                .setIdempotencyKey("r")
                .setFrom("2027-05-01")
                .setApproval("武停复〔2027〕31号")
                .build());
    assertThat(resumed.getVersion()).isEqualTo(3);
    assertThat(state("pump-yangsigang").getSuspensions(0).getUntil()).isEqualTo("2027-05-01");
  }

  @Test
  void projectsAreListedInPages() {
    IntStream.range(0, 5).forEach(i -> register("p-" + i));
    ListProjectsRequest request =
        ListProjectsRequest.newBuilder().setPlanId("wuhan-15").setPageSize(2).build();
    ListProjectsResponse first = office.listProjects(request);
    ListProjectsResponse second = office.listProjects(after(request, first));
    ListProjectsResponse third = office.listProjects(after(request, second));
    assertThat(ids(first)).containsExactly("p-0", "p-1");
    assertThat(ids(second)).containsExactly("p-2", "p-3");
    assertThat(ids(third)).containsExactly("p-4");
    assertThat(third.getNextPageToken()).isEmpty();
  }

  @Test
  void aPageThatNobodyCouldReceiveIsCutShort() {
    List<String> projects = IntStream.range(10, 24).mapToObj(i -> "p-" + i).toList();
    for (String project : projects) {
      register(project);
      for (int i = 0; i < 50; i++) {
        water.reportProgress(report(project, project + i, 1).setObstacle("难".repeat(1900)).build());
      }
    }
    ListProjectsResponse page =
        office.listProjects(ListProjectsRequest.newBuilder().setPlanId("wuhan-15").build());
    assertThat(ids(page)).isEqualTo(projects.subList(0, page.getStatesCount()));
    assertThat(page.getStatesCount()).isBetween(5, 12);
    assertThat(page.getNextPageToken()).isNotEmpty();
  }

  @Test
  void aPageThatWasNeverOfferedIsRefused() {
    assertThat(
            statusOf(() ->
                    office.listProjects(ListProjectsRequest.newBuilder().setPageToken("?").build()))
                .violations())
        .containsExactly("page_token: ? (expected: next_page_token of the previous reply)");
    assertThat(
            statusOf(() ->
                    office.listProjects(ListProjectsRequest.newBuilder().setPageSize(5001).build()))
                .violations())
        .containsExactly("page_size: 5001 (expected: 0..5000)");
  }

  @Test
  void reportsAreListedAsKnownAtAnInstant() {
    register("pump-yangsigang");
    var first = water.reportProgress(report("pump-yangsigang", "k1", 30).build());
    registry.clock().advance(Duration.ofDays(1));
    water.reportProgress(
        report("pump-yangsigang", "k2", 29).setCorrectsReportId(first.getReportId()).build());
    ListReportsRequest all =
        ListReportsRequest.newBuilder()
            .setPlanId("wuhan-15")
            .setProjectId("pump-yangsigang")
            .build();
    assertThat(office.listReports(all).getReportsList())
        .extracting(ProgressReport::getPercentComplete)
        .containsExactly(29.0, 30.0);
    assertThat(
            office
                .listReports(all.toBuilder().setKnownAt(first.getRecordedAt()).build())
                .getReportsList())
        .extracting(ProgressReport::getPercentComplete)
        .containsExactly(30.0);
    Timestamp never = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
    assertThat(statusOf(() -> office.listReports(all.toBuilder().setKnownAt(never).build())).code())
        .isEqualTo(Code.INVALID_ARGUMENT);
  }

  @Test
  void aDatabaseThatIsAwayIsUnavailableAndServesAgainOnceItIsBack() {
    register("pump-yangsigang");
    registry
        .store()
        .failWith(new IllegalStateException(new SQLTransientConnectionException("refused")));
    assertThat(
            statusOf(() -> water.reportProgress(report("pump-yangsigang", "k", 3).build())).code())
        .isEqualTo(Code.UNAVAILABLE);
    assertThat(statusOf(() -> state("pump-yangsigang")).code()).isEqualTo(Code.UNAVAILABLE);
    registry.store().failWith(null);
    assertThat(water.reportProgress(report("pump-yangsigang", "k", 3).build()).getVersion())
        .isEqualTo(2);
  }

  private void register(String projectId) {
    office.importProjects(imported(Calls.project(projectId, "water")));
  }

  private static ImportProjectsRequest imported(Project project) {
    return ImportProjectsRequest.newBuilder().addProjects(project).build();
  }

  private ProjectState state(String projectId) {
    return office
        .getProject(
            GetProjectRequest.newBuilder().setPlanId("wuhan-15").setProjectId(projectId).build())
        .getState();
  }

  private static SuspendProjectRequest suspend() {
    return SuspendProjectRequest.newBuilder()
        .setPlanId("wuhan-15")
        .setProjectId("pump-yangsigang")
        .setIdempotencyKey("s")
        .setFrom("2027-04-01")
        .setReason("征地受阻")
        .setApproval("武停复〔2027〕12号")
        .build();
  }

  private static ListProjectsRequest after(ListProjectsRequest request, ListProjectsResponse page) {
    return request.toBuilder().setPageToken(page.getNextPageToken()).build();
  }

  private static List<String> ids(ListProjectsResponse page) {
    return page.getStatesList().stream().map(s -> s.getProject().getProjectId()).toList();
  }
}
