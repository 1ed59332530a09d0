package io.waymark.cli;

import com.google.protobuf.Message;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.GetProjectResponse;
import io.waymark.proto.registry.v1.ListBureausRequest;
import io.waymark.proto.registry.v1.ListBureausResponse;
import io.waymark.proto.registry.v1.ListPhaseMovesRequest;
import io.waymark.proto.registry.v1.ListPhaseMovesResponse;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ListReportsResponse;
import io.waymark.proto.registry.v1.ListScheduleVersionsRequest;
import io.waymark.proto.registry.v1.ListScheduleVersionsResponse;
import io.waymark.proto.registry.v1.MovePhaseRequest;
import io.waymark.proto.registry.v1.MovePhaseResponse;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.Refusal;
import io.waymark.proto.registry.v1.RegistryServiceGrpc.RegistryServiceImplBase;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.ResumeProjectResponse;
import io.waymark.proto.registry.v1.ReviseScheduleRequest;
import io.waymark.proto.registry.v1.ReviseScheduleResponse;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.registry.v1.SuspendProjectResponse;
import io.waymark.proto.type.v1.Violation;
import io.waymark.refusals.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A registry that keeps what it is sent; the one project that it lets others report is metro-12.
 */
final class FakeRegistry extends RegistryServiceImplBase {
  final List<ReportProgressRequest> reports = new CopyOnWriteArrayList<>();
  private final Map<String, ReportProgressResponse> replies = new ConcurrentHashMap<>();
  final List<Project> projects = new CopyOnWriteArrayList<>();
  final List<Message> requests = new CopyOnWriteArrayList<>();
  private final Runnable afterReport;
  private volatile int streamBreaksAfter = Integer.MAX_VALUE;

  FakeRegistry(Runnable afterReport) {
    this.afterReport = afterReport;
    projects.add(project(Fixtures.METRO, "12号线武昌段", "Line 12, Wuchang section"));
  }

  /** The next stream ends with UNAVAILABLE after so many answers. */
  void breakStreamAfter(int answers) {
    streamBreaksAfter = answers;
  }

  /** Further projects of the transport bureau. */
  void add(String projectId, String nameZh) {
    projects.add(project(projectId, nameZh, ""));
  }

  private static Project project(String projectId, String nameZh, String nameEn) {
    return Project.newBuilder()
        .setPlanId("wuhan-15")
        .setProjectId(projectId)
        .setName(Fixtures.text(nameZh, nameEn))
        .setLeadBureauId("transport")
        .build();
  }

  @Override
  public void listProjects(
      ListProjectsRequest request, StreamObserver<ListProjectsResponse> reply) {
    if (!request.getLeadBureauId().isEmpty() || !projects.isEmpty()) {
      FakeIndicator.answer(reply, led(request.getLeadBureauId()));
      return;
    }
    requests.add(request);
    ListProjectsResponse.Builder page = ListProjectsResponse.newBuilder();
    boolean first = request.getPageToken().isEmpty();
    page.addStates(first ? ProjectFixtures.pump() : ProjectFixtures.reform());
    FakeIndicator.answer(reply, page.setNextPageToken(first ? "more" : "").build());
  }

  private ListProjectsResponse led(String bureauId) {
    ListProjectsResponse.Builder listed = ListProjectsResponse.newBuilder();
    projects.stream()
        .filter(project -> bureauId.isEmpty() || project.getLeadBureauId().equals(bureauId))
        .forEach(project ->
            listed.addStates(
                ProjectState.newBuilder().setProject(project).setPhase(project.getPhase())));
    return listed.build();
  }

  @Override
  public void listBureaus(ListBureausRequest request, StreamObserver<ListBureausResponse> reply) {
    FakeIndicator.answer(
        reply, ListBureausResponse.newBuilder().addAllBureaus(ProjectFixtures.bureaus()).build());
  }

  @Override
  public void listPhaseMoves(
      ListPhaseMovesRequest request, StreamObserver<ListPhaseMovesResponse> reply) {
    requests.add(request);
    FakeIndicator.answer(reply, ProjectFixtures.moves());
  }

  @Override
  public void listScheduleVersions(
      ListScheduleVersionsRequest request, StreamObserver<ListScheduleVersionsResponse> reply) {
    requests.add(request);
    FakeIndicator.answer(reply, ProjectFixtures.schedules());
  }

  @Override
  public void movePhase(MovePhaseRequest request, StreamObserver<MovePhaseResponse> reply) {
    requests.add(request);
    if (request.getPhase() == Phase.PHASE_OPERATING) {
      reply.onError(Refusing.invalid("reason", " (expected: why BUILDING is passed over)"));
    } else {
      FakeIndicator.answer(reply, MovePhaseResponse.newBuilder().setMoveId("m-1").build());
    }
  }

  @Override
  public void reviseSchedule(
      ReviseScheduleRequest request, StreamObserver<ReviseScheduleResponse> reply) {
    requests.add(request);
    FakeIndicator.answer(reply, ReviseScheduleResponse.getDefaultInstance());
  }

  @Override
  public void suspendProject(
      SuspendProjectRequest request, StreamObserver<SuspendProjectResponse> reply) {
    requests.add(request);
    FakeIndicator.answer(reply, SuspendProjectResponse.getDefaultInstance());
  }

  @Override
  public void resumeProject(
      ResumeProjectRequest request, StreamObserver<ResumeProjectResponse> reply) {
    requests.add(request);
    FakeIndicator.answer(reply, ResumeProjectResponse.getDefaultInstance());
  }

  /** Of metro-12: two quarters late, one corrected since. */
  @Override
  public void listReports(ListReportsRequest request, StreamObserver<ListReportsResponse> reply) {
    ListReportsResponse.Builder listed = ListReportsResponse.newBuilder();
    if (request.getProjectId().equals(Fixtures.METRO)) {
      listed
          .addReports(filed("2027-03-31", "2027-04-05T01:00:00Z"))
          .addReports(filed("2027-03-31", "2027-04-02T01:00:00Z"))
          .addReports(filed("2026-09-30", "2026-11-20T01:00:00Z"))
          .addReports(filed("2026-06-30", "2026-07-08T01:00:00Z"));
    }
    FakeIndicator.answer(reply, listed.build());
  }

  private static ProgressReport filed(String asOf, String at) {
    return ProgressReport.newBuilder()
        .setAsOf(asOf)
        .setRecordedAt(Fixtures.at(Instant.parse(at)))
        .build();
  }

  @Override
  public void getProject(GetProjectRequest request, StreamObserver<GetProjectResponse> reply) {
    if (request.getProjectId().equals(ProjectFixtures.PUMP)) {
      FakeIndicator.answer(
          reply, GetProjectResponse.newBuilder().setState(ProjectFixtures.pump()).build());
      return;
    }
    if (!request.getProjectId().equals(Fixtures.METRO)) {
      reply.onError(Refusing.with(Status.Code.NOT_FOUND, "NOT_FOUND", "no such project"));
      return;
    }
    ProjectState.Builder state = ProjectState.newBuilder();
    state
        .getProjectBuilder()
        .setProjectId(request.getProjectId())
        .addContributions(Contribution.newBuilder().setIndicatorId("rail-transit-length"));
    FakeIndicator.answer(reply, GetProjectResponse.newBuilder().setState(state).build());
  }

  @Override
  public void reportProgress(
      ReportProgressRequest request, StreamObserver<ReportProgressResponse> reply) {
    if (!request.getProjectId().equals(Fixtures.METRO)) {
      reply.onError(
          Refusing.with(
              Status.Code.PERMISSION_DENIED,
              Refused.PROJECT_NOT_YOURS.with(
                  request.getPlanId() + "/" + request.getProjectId(), "transport")));
    } else if (request.getPercentComplete() > 100) {
      reply.onError(
          Refusing.invalid(
              "percent_complete", "130 (expected: 0..100)",
              "as_of", "2126-01-01 (expected: not after 2027-06-30)"));
    } else {
      FakeIndicator.answer(reply, accept(request));
    }
  }

  private ReportProgressResponse accept(ReportProgressRequest request) {
    reports.add(request);
    afterReport.run();
    return ReportProgressResponse.newBuilder()
        .setReportId("r-" + reports.size())
        .setVersion(reports.size())
        .setRecordedAt(Fixtures.at(Fixtures.NOW))
        .build();
  }

  @Override
  public StreamObserver<StreamProgressRequest> streamProgress(
      StreamObserver<StreamProgressResponse> reply) {
    return new StreamObserver<>() {
      private int answered;

      @Override
      public void onNext(StreamProgressRequest item) {
        if (answered++ == streamBreaksAfter) {
          reply.onError(Status.UNAVAILABLE.withDescription("registry away").asRuntimeException());
        } else if (answered <= streamBreaksAfter) {
          reply.onNext(outcome(item.getReport()));
        }
      }

      @Override
      public void onError(Throwable failure) {}

      @Override
      public void onCompleted() {
        if (answered <= streamBreaksAfter) {
          reply.onCompleted();
        }
      }
    };
  }

  private StreamProgressResponse outcome(ReportProgressRequest request) {
    StreamProgressResponse.Builder outcome =
        StreamProgressResponse.newBuilder().setIdempotencyKey(request.getIdempotencyKey());
    if (!request.getCorrectsReportId().equals("r-gone")) {
      ReportProgressResponse known = replies.get(request.getIdempotencyKey());
      ReportProgressResponse reply = known == null ? accept(request) : known;
      replies.put(request.getIdempotencyKey(), reply);
      return outcome.setAccepted(reply).build();
    }
    Violation violation =
        Violation.newBuilder()
            .setField("corrects_report_id")
            .setValue("r-gone")
            .setExpectation("a report of this project that is in force")
            .setReason("REPORT_IN_FORCE")
            .build();
    return outcome
        .setRefused(Refusal.newBuilder().setStatus("INVALID_ARGUMENT").addViolations(violation))
        .build();
  }
}
