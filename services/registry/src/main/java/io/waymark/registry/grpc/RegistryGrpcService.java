package io.waymark.registry.grpc;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.proto.registry.v1.GetProjectRequest;
import io.waymark.proto.registry.v1.GetProjectResponse;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportBureausResponse;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.ImportProjectsResponse;
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
import io.waymark.refusals.Expected;
import io.waymark.registry.app.CommandQueue;
import io.waymark.registry.app.ImportHandler;
import io.waymark.registry.app.ProjectQuery;
import io.waymark.registry.app.RegistryStore;
import io.waymark.registry.domain.PhaseHistory;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.RecordedEvent;
import io.waymark.registry.domain.Reply;
import io.waymark.registry.domain.ScheduleHistory;
import io.waymark.registry.wire.BureauWire;
import io.waymark.registry.wire.CommandWire;
import io.waymark.registry.wire.PhaseWire;
import io.waymark.registry.wire.ProjectWire;
import io.waymark.registry.wire.ReportWire;
import io.waymark.registry.wire.ScheduleWire;
import io.waymark.registry.wire.ToldStates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The contract waymark.registry.v1.RegistryService. */
public final class RegistryGrpcService extends RegistryServiceGrpc.RegistryServiceImplBase {
  private final CommandQueue commands;
  private final ImportHandler imports;
  private final RegistryStore store;
  private final Clock clock;

  /** Creates the service; the clock's zone tells which day it is. */
  public RegistryGrpcService(
      CommandQueue commands, ImportHandler imports, RegistryStore store, Clock clock) {
    this.commands = commands;
    this.imports = imports;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void importBureaus(
      ImportBureausRequest request, StreamObserver<ImportBureausResponse> caller) {
    var drafts = BureauWire.drafts(request);
    var counts = CommandWire.counts(imports.importBureaus(drafts, Requests.requester()));
    answer(caller, ImportBureausResponse.newBuilder().setCounts(counts).build());
  }

  @Override
  public void listBureaus(ListBureausRequest request, StreamObserver<ListBureausResponse> caller) {
    var bureaus = store.bureaus().stream().map(BureauWire::bureau).toList();
    answer(caller, ListBureausResponse.newBuilder().addAllBureaus(bureaus).build());
  }

  @Override
  public void importProjects(
      ImportProjectsRequest request, StreamObserver<ImportProjectsResponse> caller) {
    var drafts = request.getProjectsList().stream().map(ProjectWire::draft).toList();
    var counts =
        CommandWire.counts(
            imports.importProjects(drafts, Requests.requester(), Requests.traceparent()));
    answer(caller, ImportProjectsResponse.newBuilder().setCounts(counts).build());
  }

  @Override
  public void getProject(GetProjectRequest request, StreamObserver<GetProjectResponse> caller) {
    ProjectKey key = new ProjectKey(request.getPlanId(), request.getProjectId());
    var state = store.project(key).orElseThrow(() -> Failure.notFound("project", key));
    answer(caller, GetProjectResponse.newBuilder().setState(ToldStates.told(state)).build());
  }

  @Override
  public void listProjects(
      ListProjectsRequest request, StreamObserver<ListProjectsResponse> caller) {
    ProjectQuery query = Pages.query(request, LocalDate.now(clock));
    answer(caller, Pages.page(query, store.projects(query), request.getWithoutReports()));
  }

  @Override
  public void reportProgress(
      ReportProgressRequest request, StreamObserver<ReportProgressResponse> caller) {
    answer(caller, CommandWire.reported(carryOut(CommandWire.report(request))));
  }

  @Override
  public StreamObserver<StreamProgressRequest> streamProgress(
      StreamObserver<StreamProgressResponse> caller) {
    return ProgressStream.open(commands, caller);
  }

  @Override
  public void listReports(ListReportsRequest request, StreamObserver<ListReportsResponse> caller) {
    ProjectKey key = new ProjectKey(request.getPlanId(), request.getProjectId());
    var reports = store.reports(key, knownAt(request.hasKnownAt(), request.getKnownAt()));
    if (reports.isEmpty() && store.project(key).isEmpty()) {
      throw Failure.notFound("project", key);
    }
    var protos = reports.stream().map(ReportWire::report).toList();
    answer(caller, ListReportsResponse.newBuilder().addAllReports(protos).build());
  }

  @Override
  public void suspendProject(
      SuspendProjectRequest request, StreamObserver<SuspendProjectResponse> caller) {
    answer(caller, CommandWire.suspended(carryOut(CommandWire.suspend(request))));
  }

  @Override
  public void resumeProject(
      ResumeProjectRequest request, StreamObserver<ResumeProjectResponse> caller) {
    answer(caller, CommandWire.resumed(carryOut(CommandWire.resume(request))));
  }

  @Override
  public void movePhase(MovePhaseRequest request, StreamObserver<MovePhaseResponse> caller) {
    answer(caller, CommandWire.moved(carryOut(CommandWire.move(request))));
  }

  @Override
  public void listPhaseMoves(
      ListPhaseMovesRequest request, StreamObserver<ListPhaseMovesResponse> caller) {
    ProjectKey key = new ProjectKey(request.getPlanId(), request.getProjectId());
    var events = history(key, knownAt(request.hasKnownAt(), request.getKnownAt()));
    answer(caller, PhaseWire.history(PhaseHistory.of(events)));
  }

  @Override
  public void reviseSchedule(
      ReviseScheduleRequest request, StreamObserver<ReviseScheduleResponse> caller) {
    answer(caller, CommandWire.revised(carryOut(CommandWire.revise(request))));
  }

  @Override
  public void listScheduleVersions(
      ListScheduleVersionsRequest request, StreamObserver<ListScheduleVersionsResponse> caller) {
    ProjectKey key = new ProjectKey(request.getPlanId(), request.getProjectId());
    var events = history(key, knownAt(request.hasKnownAt(), request.getKnownAt()));
    answer(caller, ScheduleWire.history(ScheduleHistory.of(key, events), LocalDate.now(clock)));
  }

  private Reply carryOut(ProjectCommand.Keyed command) {
    return Waits.untilDone(gone -> commands.submit(Requests.submission(command), gone)).orThrow();
  }

  private List<RecordedEvent> history(ProjectKey key, Instant knownAt) {
    List<RecordedEvent> events = store.history(key, knownAt);
    if (events.isEmpty()) {
      throw Failure.notFound("project", key);
    }
    return events;
  }

  private static Instant knownAt(boolean stated, Timestamp instant) {
    if (!stated) {
      return Instant.parse("9999-12-31T23:59:59Z");
    }
    if (!Timestamps.isValid(instant)) {
      throw Failure.invalid("known_at", instant.getSeconds() + " s", Expected.INSTANT.with());
    }
    return Instant.ofEpochSecond(instant.getSeconds(), instant.getNanos());
  }

  private static <T> void answer(StreamObserver<T> caller, T message) {
    caller.onNext(message);
    caller.onCompleted();
  }
}
