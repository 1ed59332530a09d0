package io.waymark.cli.pack;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.stub.StreamObserver;
import io.waymark.cli.pack.FakeServices.Replies;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauClearing;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportBureausResponse;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ImportProjectsResponse;
import io.waymark.proto.registry.v1.ListBureausRequest;
import io.waymark.proto.registry.v1.ListBureausResponse;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.MovePhaseRequest;
import io.waymark.proto.registry.v1.MovePhaseResponse;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.Refusal;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A registry in memory. */
public final class FakeRegistry extends RegistryServiceGrpc.RegistryServiceImplBase {
  private final Supplier<Instant> clock;
  private final Map<String, Bureau> bureaus = new HashMap<>();
  private final Map<String, Project> projects = new HashMap<>();
  private final List<ReportProgressRequest> reports =
      Collections.synchronizedList(new ArrayList<>());
  private final List<Instant> recorded = Collections.synchronizedList(new ArrayList<>());
  private final List<Message> stops = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> importSizes = new ArrayList<>();
  private final FakeDecisions decided = new FakeDecisions();
  private final Replies<Message, Message> replies = new Replies<>();
  private Optional<String> refusedProject = Optional.empty();

  FakeRegistry(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /** Projects by id. */
  public Map<String, Project> projects() {
    return projects;
  }

  /** Bureaus by id. */
  public Map<String, Bureau> bureaus() {
    return bureaus;
  }

  /** How many projects each import had. */
  public List<Integer> importSizes() {
    return importSizes;
  }

  /** Reports that were written, in order. */
  public List<ReportProgressRequest> reports() {
    return reports;
  }

  /** When each of them was recorded. */
  public List<Instant> recorded() {
    return recorded;
  }

  /** Schedules, steps and stops that were recorded. */
  public FakeDecisions decided() {
    return decided;
  }

  /** Suspensions and resumptions that were written. */
  public List<Message> stops() {
    return stops;
  }

  /** From now on this project's reports are refused. */
  public void refuse(String projectId) {
    refusedProject = Optional.of(projectId);
  }

  @Override
  public void listBureaus(
      ListBureausRequest request, StreamObserver<ListBureausResponse> responses) {
    responses.onNext(
        ListBureausResponse.newBuilder().addAllBureaus(new TreeMap<>(bureaus).values()).build());
    responses.onCompleted();
  }

  @Override
  public void listProjects(
      ListProjectsRequest request, StreamObserver<ListProjectsResponse> responses) {
    ListProjectsResponse.Builder page = ListProjectsResponse.newBuilder();
    new TreeMap<>(projects)
        .tailMap(request.getPageToken(), false).values().stream()
            .filter(project -> project.getPlanId().equals(request.getPlanId()))
            .limit(request.getPageSize() + 1L)
            .forEach(project -> page.addStates(decided.of(project)));
    if (page.getStatesCount() > request.getPageSize()) {
      page.removeStates(page.getStatesCount() - 1);
      page.setNextPageToken(page.getStates(page.getStatesCount() - 1).getProject().getProjectId());
    }
    responses.onNext(page.build());
    responses.onCompleted();
  }

  @Override
  public void importBureaus(
      ImportBureausRequest request, StreamObserver<ImportBureausResponse> responses) {
    reply(
        responses,
        ImportBureausResponse.newBuilder()
            .setCounts(
                FakeServices.store(
                    bureaus,
                    request.getBureausList().stream()
                        .map(bureau -> over(bureau, request.getClearingsList()))
                        .toList(),
                    Bureau::getBureauId))
            .build());
  }

  /** What is left empty stays, as the contract says. */
  private Bureau over(Bureau bureau, List<BureauClearing> clearings) {
    Bureau before = bureaus.getOrDefault(bureau.getBureauId(), Bureau.getDefaultInstance());
    List<String> cleared =
        clearings.stream()
            .filter(one -> one.getBureauId().equals(bureau.getBureauId()))
            .flatMap(one -> one.getFieldsList().stream())
            .toList();
    Bureau.Builder over = bureau.toBuilder();
    for (String name :
        List.of("parent_bureau_id", "language", "level", "contacts", "languages", "delegates")) {
      FieldDescriptor field = Bureau.getDescriptor().findFieldByName(name);
      boolean empty = bureau.getField(field).equals(Bureau.getDefaultInstance().getField(field));
      if (empty && !cleared.contains(name)) {
        over.setField(field, before.getField(field));
      }
    }
    return over.build();
  }

  @Override
  public void reviseSchedule(
      ReviseScheduleRequest request, StreamObserver<ReviseScheduleResponse> responses) {
    decided.revise(request);
    reply(responses, ReviseScheduleResponse.getDefaultInstance());
  }

  @Override
  public void movePhase(MovePhaseRequest request, StreamObserver<MovePhaseResponse> responses) {
    decided.move(request);
    reply(responses, MovePhaseResponse.getDefaultInstance());
  }

  @Override
  public void importProjects(
      ImportProjectsRequest request, StreamObserver<ImportProjectsResponse> responses) {
    importSizes.add(request.getProjectsCount());
    reply(
        responses,
        ImportProjectsResponse.newBuilder()
            .setCounts(
                FakeServices.store(
                    projects,
                    request.getProjectsList().stream().map(FakeRegistry::kept).toList(),
                    Project::getProjectId))
            .build());
  }

  /** As the registry does: 9.5 and 9.50 are one amount. */
  private static Project kept(Project given) {
    Project.Builder kept = given.toBuilder();
    kept.getContributionsBuilderList().forEach(one -> one.setAmount(plain(one.getAmount())));
    return kept.build();
  }

  private static String plain(String amount) {
    return amount.contains(".") ? amount.replaceAll("\\.?0+$", "") : amount;
  }

  @Override
  public StreamObserver<StreamProgressRequest> streamProgress(
      StreamObserver<StreamProgressResponse> responses) {
    return new StreamObserver<>() {
      @Override
      public void onNext(StreamProgressRequest request) {
        responses.onNext(answer(request.getReport()));
      }

      @Override
      public void onError(Throwable failure) {
        // The caller is gone; what it sent before stays.
      }

      @Override
      public void onCompleted() {
        responses.onCompleted();
      }
    };
  }

  private StreamProgressResponse answer(ReportProgressRequest report) {
    StreamProgressResponse.Builder response =
        StreamProgressResponse.newBuilder().setIdempotencyKey(report.getIdempotencyKey());
    if (refusedProject.filter(report.getProjectId()::equals).isPresent()) {
      Refusal refusal =
          Refusal.newBuilder()
              .setStatus("PERMISSION_DENIED")
              .setReason("PROJECT_NOT_YOURS")
              .setMessage("not yours")
              .build();
      return response.setRefused(refusal).build();
    }
    Message reply = replies.once(report.getIdempotencyKey(), report, () -> write(report));
    return response.setAccepted((ReportProgressResponse) reply).build();
  }

  private ReportProgressResponse write(ReportProgressRequest report) {
    reports.add(report);
    recorded.add(clock.get());
    return ReportProgressResponse.newBuilder()
        .setReportId("report-" + report.getIdempotencyKey())
        .setVersion(reports.size())
        .setRecordedAt(FakeServices.timestamp(clock.get()))
        .build();
  }

  @Override
  public void suspendProject(
      SuspendProjectRequest request, StreamObserver<SuspendProjectResponse> responses) {
    Message reply =
        replies.once(
            request.getIdempotencyKey(),
            request,
            () -> {
              stops.add(request);
              decided.suspend(request);
              return SuspendProjectResponse.newBuilder().setVersion(stops.size()).build();
            });
    reply(responses, (SuspendProjectResponse) reply);
  }

  @Override
  public void resumeProject(
      ResumeProjectRequest request, StreamObserver<ResumeProjectResponse> responses) {
    Message reply =
        replies.once(
            request.getIdempotencyKey(),
            request,
            () -> {
              stops.add(request);
              decided.resume(request);
              return ResumeProjectResponse.newBuilder().setVersion(stops.size()).build();
            });
    reply(responses, (ResumeProjectResponse) reply);
  }

  private static <R> void reply(StreamObserver<R> responses, R response) {
    responses.onNext(response);
    responses.onCompleted();
  }
}
