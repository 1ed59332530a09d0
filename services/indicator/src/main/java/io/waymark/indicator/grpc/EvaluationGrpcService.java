package io.waymark.indicator.grpc;

import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.commands.SnapshotFreezing;
import io.waymark.indicator.domain.Checks;
import io.waymark.indicator.evaluate.Evaluating;
import io.waymark.indicator.evaluate.SchemeMessages;
import io.waymark.indicator.evaluate.SnapshotComparison;
import io.waymark.indicator.evaluate.SnapshotStore;
import io.waymark.indicator.postgres.SnapshotVerifier;
import io.waymark.proto.indicator.v1.CompareSnapshotsRequest;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.EvaluationServiceGrpc.EvaluationServiceImplBase;
import io.waymark.proto.indicator.v1.FreezeSnapshotRequest;
import io.waymark.proto.indicator.v1.FreezeSnapshotResponse;
import io.waymark.proto.indicator.v1.GetSnapshotRequest;
import io.waymark.proto.indicator.v1.GetSnapshotResponse;
import io.waymark.proto.indicator.v1.GetSnapshotScoreRequest;
import io.waymark.proto.indicator.v1.GetSnapshotScoreResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ListSchemesRequest;
import io.waymark.proto.indicator.v1.ListSchemesResponse;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotJudgementsResponse;
import io.waymark.proto.indicator.v1.ListSnapshotsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotsResponse;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.PreviewEvaluationResponse;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.ScoreOf;
import io.waymark.proto.indicator.v1.VerifySnapshotRequest;
import io.waymark.proto.indicator.v1.VerifySnapshotResponse;
import io.waymark.refusals.Expected;
import io.waymark.rulebooks.Schemes;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Translates calls about evaluations. */
public final class EvaluationGrpcService extends EvaluationServiceImplBase {
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,9}");
  private static final int USUAL = 200;
  private static final int MOST = 500;

  private final SnapshotFreezing freezing;
  private final SnapshotStore snapshots;
  private final SnapshotVerifier verifier;
  private final Supplier<Schemes> schemes;

  /** Creates the service. */
  public EvaluationGrpcService(
      SnapshotFreezing freezing,
      SnapshotStore snapshots,
      SnapshotVerifier verifier,
      Supplier<Schemes> schemes) {
    this.freezing = freezing;
    this.snapshots = snapshots;
    this.verifier = verifier;
    this.schemes = schemes;
  }

  @Override
  public void freezeSnapshot(
      FreezeSnapshotRequest request, StreamObserver<FreezeSnapshotResponse> observer) {
    reply(observer, freezing.handle(request, Caller.current()));
  }

  @Override
  public void previewEvaluation(
      PreviewEvaluationRequest request, StreamObserver<PreviewEvaluationResponse> observer) {
    reply(
        observer,
        PreviewEvaluationResponse.newBuilder().setEvaluation(freezing.preview(request)).build());
  }

  @Override
  public void listSnapshots(
      ListSnapshotsRequest request, StreamObserver<ListSnapshotsResponse> observer) {
    reply(
        observer,
        ListSnapshotsResponse.newBuilder()
            .addAllSnapshots(snapshots.list(request.getPlanId()))
            .build());
  }

  @Override
  public void getSnapshot(
      GetSnapshotRequest request, StreamObserver<GetSnapshotResponse> observer) {
    Evaluation evaluation = evaluation(request.getPlanId(), request.getSnapshotId());
    reply(
        observer,
        GetSnapshotResponse.newBuilder().setEvaluation(Evaluating.lean(evaluation)).build());
  }

  @Override
  public void getSnapshotScore(
      GetSnapshotScoreRequest request, StreamObserver<GetSnapshotScoreResponse> observer) {
    Evaluation evaluation = evaluation(request.getPlanId(), request.getSnapshotId());
    Score score =
        Evaluating.score(evaluation, request.getScoreId())
            .orElseThrow(() ->
                Failure.notFound("score", request.getSnapshotId() + "/" + request.getScoreId()));
    reply(
        observer,
        GetSnapshotScoreResponse.newBuilder()
            .setScore(score)
            .setScheme(
                score.getOf() == ScoreOf.SCORE_OF_BUREAU
                    ? evaluation.getScorecard()
                    : evaluation.getIndexScheme())
            .build());
  }

  private Evaluation evaluation(String planId, String snapshotId) {
    return snapshots.content(planId, snapshotId).getEvaluation();
  }

  @Override
  public void listSnapshotJudgements(
      ListSnapshotJudgementsRequest request,
      StreamObserver<ListSnapshotJudgementsResponse> observer) {
    int size = request.getPageSize() == 0 ? USUAL : request.getPageSize();
    String token = request.getPageToken();
    Checks checks = new Checks();
    checks.must(
        size >= 1 && size <= MOST,
        "page_size",
        Integer.toString(size),
        Expected.BETWEEN.with(0, MOST));
    checks.must(
        token.isEmpty() || PLACE.matcher(token).matches(),
        "page_token",
        token,
        Expected.PAGE_TOKEN.with());
    checks.raise();
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    List<Judgement> found =
        snapshots.judgements(request.getPlanId(), request.getSnapshotId(), from, size + 1);
    ListSnapshotJudgementsResponse.Builder page =
        ListSnapshotJudgementsResponse.newBuilder()
            .addAllJudgements(found.stream().limit(size).toList());
    if (found.size() > size) {
      page.setNextPageToken(Integer.toString(from + size));
    }
    reply(observer, page.build());
  }

  @Override
  public void compareSnapshots(
      CompareSnapshotsRequest request, StreamObserver<CompareSnapshotsResponse> observer) {
    Checks checks = new Checks();
    checks.must(
        !request.getEarlierId().isBlank(),
        "earlier_id",
        request.getEarlierId(),
        Expected.EARLIER_SNAPSHOT.with());
    checks.raise();
    reply(
        observer,
        SnapshotComparison.of(
            snapshots.frozen(request.getPlanId(), request.getEarlierId()),
            snapshots.frozen(request.getPlanId(), request.getSnapshotId()),
            request.getAll()));
  }

  @Override
  public void verifySnapshot(
      VerifySnapshotRequest request, StreamObserver<VerifySnapshotResponse> observer) {
    reply(observer, verifier.verify(request.getPlanId(), request.getSnapshotId()));
  }

  @Override
  public void listSchemes(
      ListSchemesRequest request, StreamObserver<ListSchemesResponse> observer) {
    Schemes known = schemes.get();
    ListSchemesResponse.Builder reply = ListSchemesResponse.newBuilder();
    known
        .all()
        .forEach(
            scheme -> reply.addSchemes(SchemeMessages.of(known.named(scheme.pin()).orElseThrow())));
    reply(observer, reply.build());
  }

  private static <T> void reply(StreamObserver<T> observer, T reply) {
    observer.onNext(reply);
    observer.onCompleted();
  }
}
