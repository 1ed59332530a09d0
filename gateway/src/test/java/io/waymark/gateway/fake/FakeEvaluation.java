package io.waymark.gateway.fake;

import io.grpc.stub.StreamObserver;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.EvaluationServiceGrpc.EvaluationServiceImplBase;
import io.waymark.proto.indicator.v1.ListSnapshotsRequest;
import io.waymark.proto.indicator.v1.ListSnapshotsResponse;
import io.waymark.proto.indicator.v1.PreviewEvaluationRequest;
import io.waymark.proto.indicator.v1.PreviewEvaluationResponse;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.Snapshot;

/** A plan of which nothing was frozen; a preview tells how many facts were handed in. */
final class FakeEvaluation extends EvaluationServiceImplBase {
  @Override
  public void listSnapshots(
      ListSnapshotsRequest request, StreamObserver<ListSnapshotsResponse> observer) {
    observer.onNext(ListSnapshotsResponse.getDefaultInstance());
    observer.onCompleted();
  }

  @Override
  public void previewEvaluation(
      PreviewEvaluationRequest request, StreamObserver<PreviewEvaluationResponse> observer) {
    observer.onNext(
        PreviewEvaluationResponse.newBuilder()
            .setEvaluation(
                Evaluation.newBuilder()
                    .setSnapshot(Snapshot.newBuilder().setPlanId(request.getPlanId()))
                    .setIndex(Score.newBuilder().setScoreId("index").setValue("57.83"))
                    .setFactsCount(
                        request.getFacts().getDutiesCount() + request.getFacts().getHonestyCount()))
            .build());
    observer.onCompleted();
  }
}
