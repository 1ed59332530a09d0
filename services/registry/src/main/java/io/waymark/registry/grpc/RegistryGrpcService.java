package io.waymark.registry.grpc;

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
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.ListReportsRequest;
import io.waymark.proto.registry.v1.ListReportsResponse;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.ResumeProjectResponse;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.registry.v1.SuspendProjectResponse;
import io.waymark.registry.app.CommandQueue;
import io.waymark.registry.app.ImportHandler;
import io.waymark.registry.app.ProjectQuery;
import io.waymark.registry.app.RegistryStore;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.Reply;
import io.waymark.registry.wire.BureauWire;
import io.waymark.registry.wire.CommandWire;
import io.waymark.registry.wire.ProjectWire;
import io.waymark.registry.wire.ReportWire;
import java.time.Instant;

/** The contract waymark.registry.v1.RegistryService. */
public final class RegistryGrpcService extends RegistryServiceGrpc.RegistryServiceImplBase {
  private final CommandQueue commands;
  private final ImportHandler imports;
  private final RegistryStore store;

  /** Creates the service. */
  public RegistryGrpcService(CommandQueue commands, ImportHandler imports, RegistryStore store) {
    this.commands = commands;
    this.imports = imports;
    this.store = store;
  }

  @Override
  public void importBureaus(
      ImportBureausRequest request, StreamObserver<ImportBureausResponse> caller) {
    var drafts = request.getBureausList().stream().map(BureauWire::draft).toList();
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
    var state = store.project(key).orElseThrow(() -> Failure.notFound("project " + key));
    answer(caller, GetProjectResponse.newBuilder().setState(ProjectWire.state(state)).build());
  }

  @Override
  public void listProjects(
      ListProjectsRequest request, StreamObserver<ListProjectsResponse> caller) {
    ProjectQuery query = Pages.query(request);
    answer(caller, Pages.page(query, store.projects(query)));
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
    var reports = store.reports(key, knownAt(request));
    if (reports.isEmpty() && store.project(key).isEmpty()) {
      throw Failure.notFound("project " + key);
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

  private Reply carryOut(ProjectCommand.Keyed command) {
    return Waits.untilDone(gone -> commands.submit(Requests.submission(command), gone)).orThrow();
  }

  private static Instant knownAt(ListReportsRequest request) {
    if (!request.hasKnownAt()) {
      return Instant.parse("9999-12-31T23:59:59Z");
    }
    if (!Timestamps.isValid(request.getKnownAt())) {
      throw Failure.invalid(
          "known_at", request.getKnownAt().getSeconds() + " s", "an instant of the years 1..9999");
    }
    return Instant.ofEpochSecond(
        request.getKnownAt().getSeconds(), request.getKnownAt().getNanos());
  }

  private static <T> void answer(StreamObserver<T> caller, T message) {
    caller.onNext(message);
    caller.onCompleted();
  }
}
