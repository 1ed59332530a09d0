package io.waymark.indicator.grpc;

import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.commands.TargetRevision;
import io.waymark.indicator.domain.WhatIfCheck;
import io.waymark.indicator.domain.decomposition.Decomposing;
import io.waymark.indicator.postgres.Observations;
import io.waymark.indicator.postgres.PlanExport;
import io.waymark.indicator.postgres.PlanFamilies;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.RulebookStore;
import io.waymark.indicator.postgres.TargetVersions;
import io.waymark.indicator.postgres.Verifier;
import io.waymark.indicator.postgres.WhatIfs;
import io.waymark.proto.indicator.v1.BacktestRequest;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.CompareRulebooksRequest;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.proto.indicator.v1.ExplainJudgementRequest;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.ExportPlanRequest;
import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.GetDecompositionRequest;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.GetOverviewRequest;
import io.waymark.proto.indicator.v1.GetOverviewResponse;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.ImportPlanResponse;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceImplBase;
import io.waymark.proto.indicator.v1.ListIndicatorsRequest;
import io.waymark.proto.indicator.v1.ListIndicatorsResponse;
import io.waymark.proto.indicator.v1.ListJudgementHistoryRequest;
import io.waymark.proto.indicator.v1.ListJudgementHistoryResponse;
import io.waymark.proto.indicator.v1.ListJudgementsRequest;
import io.waymark.proto.indicator.v1.ListJudgementsResponse;
import io.waymark.proto.indicator.v1.ListObservationsRequest;
import io.waymark.proto.indicator.v1.ListObservationsResponse;
import io.waymark.proto.indicator.v1.ListPlansRequest;
import io.waymark.proto.indicator.v1.ListPlansResponse;
import io.waymark.proto.indicator.v1.ListTargetVersionsRequest;
import io.waymark.proto.indicator.v1.ListTargetVersionsResponse;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.ReviseTargetResponse;
import io.waymark.proto.indicator.v1.StreamObservationsRequest;
import io.waymark.proto.indicator.v1.StreamObservationsResponse;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.VerifyJudgementRequest;
import io.waymark.proto.indicator.v1.VerifyJudgementResponse;
import io.waymark.proto.indicator.v1.WhatIfRequest;
import io.waymark.proto.indicator.v1.WhatIfResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** Translates calls to commands and queries. */
public final class IndicatorGrpcService extends IndicatorServiceImplBase {
  private final PlanImport planImport;
  private final ObservationRecording recording;
  private final TargetRevision revision;
  private final Queries queries;
  private final Verifier verifier;
  private final TwoClocks questions;
  private final DSLContext db;
  private final Clock clock;

  /** Creates the service. */
  public IndicatorGrpcService(
      PlanImport planImport,
      ObservationRecording recording,
      TargetRevision revision,
      DSLContext db,
      Clock clock) {
    this.planImport = planImport;
    this.recording = recording;
    this.revision = revision;
    this.queries = new Queries(db);
    this.verifier = new Verifier(db);
    this.questions = new TwoClocks(queries, clock);
    this.db = db;
    this.clock = clock;
  }

  @Override
  public void importPlan(ImportPlanRequest request, StreamObserver<ImportPlanResponse> observer) {
    reply(observer, planImport.handle(request, Caller.current()));
  }

  @Override
  public void recordObservation(
      RecordObservationRequest request, StreamObserver<RecordObservationResponse> observer) {
    reply(observer, recording.handle(request, Caller.current()));
  }

  @Override
  public StreamObserver<StreamObservationsRequest> streamObservations(
      StreamObserver<StreamObservationsResponse> observer) {
    return ObservationStream.open(recording, observer);
  }

  @Override
  public void reviseTarget(
      ReviseTargetRequest request, StreamObserver<ReviseTargetResponse> observer) {
    reply(observer, revision.handle(request, Caller.current()));
  }

  @Override
  public void listTargetVersions(
      ListTargetVersionsRequest request, StreamObserver<ListTargetVersionsResponse> observer) {
    TargetVersions versions = new TargetVersions(db, request.getPlanId());
    List<Target> all =
        versions.list(
            request.getTargetId(),
            request.hasKnownAt() ? TwoClocks.instant(request.getKnownAt()) : null);
    if (all.isEmpty()) {
      throw Failure.notFound("target", request.getPlanId() + "/" + request.getTargetId());
    }
    reply(
        observer,
        ListTargetVersionsResponse.newBuilder()
            .addAllVersions(all)
            .setInForce(
                versions.inForce(request.getTargetId(), today()).map(Target::getVersion).orElse(0))
            .build());
  }

  @Override
  public void listPlans(ListPlansRequest request, StreamObserver<ListPlansResponse> observer) {
    reply(
        observer,
        ListPlansResponse.newBuilder()
            .addAllPlans(queries.plans())
            .setToday(today().toString())
            .setZone(clock.getZone().getId())
            .build());
  }

  @Override
  public void listIndicators(
      ListIndicatorsRequest request, StreamObserver<ListIndicatorsResponse> observer) {
    reply(
        observer,
        ListIndicatorsResponse.newBuilder()
            .addAllIndicators(queries.indicators(request.getPlanId(), today()))
            .build());
  }

  @Override
  public void listObservations(
      ListObservationsRequest request, StreamObserver<ListObservationsResponse> observer) {
    reply(
        observer,
        ListObservationsResponse.newBuilder()
            .addAllObservations(
                new Observations(db)
                    .list(
                        request.getPlanId(),
                        request.getIndicatorId(),
                        request.hasKnownAt() ? TwoClocks.instant(request.getKnownAt()) : null))
            .build());
  }

  @Override
  public void getOverview(
      GetOverviewRequest request, StreamObserver<GetOverviewResponse> observer) {
    reply(
        observer,
        GetOverviewResponse.newBuilder()
            .addAllCells(queries.overview(request.getPlanId()))
            .setToday(today().toString())
            .setSimulated(queries.anySimulated(request.getPlanId()))
            .build());
  }

  @Override
  public void listJudgements(
      ListJudgementsRequest request, StreamObserver<ListJudgementsResponse> observer) {
    reply(observer, Paging.page(request, queries));
  }

  @Override
  public void getJudgement(
      GetJudgementRequest request, StreamObserver<GetJudgementResponse> observer) {
    reply(observer, questions.judgement(request));
  }

  @Override
  public void explainJudgement(
      ExplainJudgementRequest request, StreamObserver<ExplainJudgementResponse> observer) {
    reply(observer, questions.explanation(request));
  }

  @Override
  public void whatIf(WhatIfRequest request, StreamObserver<WhatIfResponse> observer) {
    LocalDate asOf = WhatIfCheck.form(request, today());
    reply(observer, new WhatIfs(db).judge(request, asOf, clock.instant()));
  }

  @Override
  public void listJudgementHistory(
      ListJudgementHistoryRequest request, StreamObserver<ListJudgementHistoryResponse> observer) {
    reply(
        observer,
        ListJudgementHistoryResponse.newBuilder()
            .addAllJudgements(queries.history(request.getPlanId(), request.getSubjectId()))
            .build());
  }

  @Override
  public void compareRulebooks(
      CompareRulebooksRequest request, StreamObserver<CompareRulebooksResponse> observer) {
    reply(observer, Comparing.compare(request, new RulebookStore(db).known(), queries, today()));
  }

  @Override
  public void verifyJudgement(
      VerifyJudgementRequest request, StreamObserver<VerifyJudgementResponse> observer) {
    reply(observer, verifier.verify(request.getPlanId(), request.getSubjectId()));
  }

  @Override
  public void backtest(BacktestRequest request, StreamObserver<BacktestResponse> observer) {
    reply(observer, queries.backtest(request.getPlanId(), today()));
  }

  @Override
  public void exportPlan(ExportPlanRequest request, StreamObserver<ExportPlanResponse> observer) {
    reply(observer, new PlanExport(db).of(request.getPlanId()));
  }

  @Override
  public void getDecomposition(
      GetDecompositionRequest request, StreamObserver<GetDecompositionResponse> observer) {
    reply(
        observer,
        Decomposing.of(
            new PlanFamilies(db).of(request.getPlanId(), today()), request.getTargetId()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }

  private static <T> void reply(StreamObserver<T> observer, T reply) {
    observer.onNext(reply);
    observer.onCompleted();
  }
}
