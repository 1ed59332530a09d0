package io.waymark.gateway.fake;

import com.google.protobuf.util.Timestamps;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.ContributionMode;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.GetProjectResponse;
import io.waymark.proto.registry.v1.ListBureausRequest;
import io.waymark.proto.registry.v1.ListBureausResponse;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ListReportsResponse;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.Refusal;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.proto.registry.v1.Suspension;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.ActorKind;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.proto.type.v1.Source;
import io.waymark.proto.type.v1.Violation;
import io.waymark.refusals.Expected;
import io.waymark.refusals.Refused;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The registry of the made-up city. */
public final class FakeRegistry extends RegistryServiceGrpc.RegistryServiceImplBase {
  private final List<Subject> subjects = Subject.all();
  private final AtomicInteger cancelledStreams = new AtomicInteger();
  private volatile ReportProgressRequest lastReport = ReportProgressRequest.getDefaultInstance();

  /** How many streams were cancelled by their caller. */
  public int cancelledStreams() {
    return cancelledStreams.get();
  }

  /** The report that arrived last. */
  public ReportProgressRequest lastReport() {
    return lastReport;
  }

  @Override
  public void listBureaus(ListBureausRequest request, StreamObserver<ListBureausResponse> reply) {
    ListBureausResponse.Builder list = ListBureausResponse.newBuilder();
    subjects.stream()
        .map(subject ->
            Bureau.newBuilder().setBureauId(subject.bureau()).setName(subject.bureauName()).build())
        .distinct()
        .forEach(list::addBureaus);
    answer(reply, list.build());
  }

  @Override
  public void listProjects(
      ListProjectsRequest request, StreamObserver<ListProjectsResponse> reply) {
    ListProjectsResponse.Builder list = ListProjectsResponse.newBuilder();
    subjects.stream()
        .filter(one -> one.project() && one.bureau().equals(request.getLeadBureauId()))
        .forEach(one ->
            list.addStatesBuilder()
                .getProjectBuilder()
                .setPlanId("wuhan-15")
                .setProjectId(one.id())
                .setName(one.name())
                .setLeadBureauId(one.bureau()));
    answer(reply, list.build());
  }

  @Override
  public void getProject(GetProjectRequest request, StreamObserver<GetProjectResponse> reply) {
    Subject subject =
        subjects.stream()
            .filter(one -> one.project() && one.id().equals(request.getProjectId()))
            .findFirst()
            .orElseThrow(() ->
                Refusals.of(
                    Code.NOT_FOUND,
                    "PROJECT_NOT_FOUND",
                    "project " + request.getProjectId() + " does not exist"));
    Project.Builder project =
        Project.newBuilder()
            .setPlanId("wuhan-15")
            .setProjectId(subject.id())
            .setName(subject.name())
            .setCategory(subject.category())
            .setPhase(Phase.PHASE_BUILDING)
            .setLeadBureauId(subject.bureau())
            .setPlannedStart("2026-03-01")
            .setPlannedFinish("2029-12-31")
            .setReportingFrequency("quarterly")
            .addAssumedFields("planned_start")
            .addAssumedFields("planned_finish")
            .setSource(
                Source.newBuilder()
                    .setSection("第四十三节")
                    .setLine(612)
                    .setQuote("稳步推进3号线二期、11号线四期、6号线三期等项目建设"));
    if (subject.category().equals("metro")) {
      project.addContributions(
          Contribution.newBuilder()
              .setIndicatorId("rail-transit-length")
              .setAmount("11.8")
              .setMode(ContributionMode.CONTRIBUTION_MODE_ON_COMPLETION)
              .setProvenance(Provenance.PROVENANCE_ASSUMED));
    }
    ProjectState.Builder state =
        ProjectState.newBuilder().setProject(project).setVersion(9).setPhase(Phase.PHASE_BUILDING);
    reports().stream()
        .filter(report -> !report.getReportId().equals("r2"))
        .sorted((a, b) -> a.getAsOf().compareTo(b.getAsOf()))
        .forEach(state::addReports);
    state.addSuspensions(
        Suspension.newBuilder()
            .setFrom("2026-07-15")
            .setUntil("2026-09-01")
            .setReason("长江汛期，临江基坑停工")
            .setApproval("武停复〔2026〕12号"));
    answer(reply, GetProjectResponse.newBuilder().setState(state).build());
  }

  @Override
  public void listReports(ListReportsRequest request, StreamObserver<ListReportsResponse> reply) {
    answer(reply, ListReportsResponse.newBuilder().addAllReports(reports()).build());
  }

  private static List<ProgressReport> reports() {
    return List.of(
        report("r6", "2027-06-30", 24, "31.5", "2030-09-30", "穿江隧道盾构机检修，预计三季度恢复掘进", ""),
        report("r5", "2027-03-31", 22, "28.0", "2030-06-30", "", ""),
        report("r4", "2026-12-31", 17, "21.4", "2029-12-31", "", ""),
        report("r3", "2026-09-30", 11, "14.9", "", "", "r2"),
        report("r2", "2026-09-30", 14, "14.9", "", "", ""),
        report("r1", "2026-06-30", 8, "9.2", "", "", ""));
  }

  private static ProgressReport report(
      String id,
      String asOf,
      double percent,
      String invested,
      String finish,
      String obstacle,
      String corrects) {
    LocalDate learnt = LocalDate.parse(asOf).plusDays(corrects.isEmpty() ? 6 : 33);
    return ProgressReport.newBuilder()
        .setReportId(id)
        .setAsOf(asOf)
        .setPercentComplete(percent)
        .setInvestedToDate(invested)
        .setExpectedFinish(finish)
        .setObstacle(obstacle)
        .setCorrectsReportId(corrects)
        .setProvenance(Provenance.PROVENANCE_SIMULATED)
        .setActor(
            Actor.newBuilder()
                .setName("chen.jing")
                .setKind(ActorKind.ACTOR_KIND_PERSON)
                .setBureauId("transport")
                .setChannel("demo"))
        .setRecordedAt(
            Timestamps.fromSeconds(
                learnt.toEpochSecond(LocalTime.of(10, 30), ZoneOffset.ofHours(8))))
        .build();
  }

  @Override
  public void reportProgress(
      ReportProgressRequest request, StreamObserver<ReportProgressResponse> reply) {
    lastReport = request;
    answer(reply, accept(request));
  }

  private static ReportProgressResponse accept(ReportProgressRequest request) {
    Violation[] violations = violations(request);
    if (violations.length > 0) {
      throw Refusals.invalid(violations);
    }
    if (request.getIdempotencyKey().equals("used")) {
      throw Refusals.of(
          Code.ALREADY_EXISTS, Refused.IDEMPOTENCY_KEY_REUSED.with("used", "transport"));
    }
    return ReportProgressResponse.newBuilder().setReportId("r7").setVersion(10).build();
  }

  private static Violation[] violations(ReportProgressRequest request) {
    if (request.getPercentComplete() <= 100 && !request.getCorrectsReportId().equals("r-gone")) {
      return new Violation[0];
    }
    if (request.getPercentComplete() <= 100) {
      return new Violation[] {
        Refusals.violation("corrects_report_id", "r-gone", Expected.REPORT_IN_FORCE.with())
      };
    }
    return new Violation[] {
      Refusals.violation(
          "percent_complete",
          Double.toString(request.getPercentComplete()),
          Expected.BETWEEN.with(0, 100)),
      Refusals.violation("as_of", request.getAsOf(), Expected.NOT_AFTER.with("2027-06-30"))
    };
  }

  private static StreamProgressResponse acknowledgement(ReportProgressRequest report) {
    StreamProgressResponse.Builder answer =
        StreamProgressResponse.newBuilder().setIdempotencyKey(report.getIdempotencyKey());
    Violation[] violations = violations(report);
    return violations.length == 0
        ? answer.setAccepted(accept(report)).build()
        : answer
            .setRefused(
                Refusal.newBuilder()
                    .setStatus("INVALID_ARGUMENT")
                    .setReason("INVALID")
                    .addAllViolations(List.of(violations)))
            .build();
  }

  @Override
  public StreamObserver<StreamProgressRequest> streamProgress(
      StreamObserver<StreamProgressResponse> reply) {
    return new StreamObserver<>() {
      @Override
      public void onNext(StreamProgressRequest item) {
        reply.onNext(acknowledgement(item.getReport()));
      }

      @Override
      public void onError(Throwable t) {
        cancelledStreams.incrementAndGet();
      }

      @Override
      public void onCompleted() {
        reply.onCompleted();
      }
    };
  }

  private static <T> void answer(StreamObserver<T> reply, T value) {
    reply.onNext(value);
    reply.onCompleted();
  }
}
