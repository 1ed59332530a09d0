package io.waymark.indicator.grpc;

import io.grpc.stub.StreamObserver;
import io.waymark.chassis.grpc.AcknowledgedStream;
import io.waymark.chassis.grpc.AcknowledgedStream.UnderWay;
import io.waymark.chassis.grpc.ItemRefusal;
import io.waymark.chassis.identity.Caller;
import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.StreamObservationsRequest;
import io.waymark.proto.indicator.v1.StreamObservationsResponse;
import io.waymark.proto.type.v1.Refusal;
import java.util.concurrent.CompletableFuture;

/** Figures of many indicators on one stream. */
final class ObservationStream {
  /** How many figures wait in this process; each is recorded and judged before the next. */
  static final int WINDOW = 50;

  private ObservationStream() {}

  static StreamObserver<StreamObservationsRequest> open(
      ObservationRecording recording, StreamObserver<StreamObservationsResponse> caller) {
    return AcknowledgedStream.open(
        WINDOW,
        caller,
        item -> {
          StreamObservationsResponse answer = answer(recording, item.getObservation());
          return new UnderWay<>(CompletableFuture.completedFuture(answer), () -> answer);
        });
  }

  private static StreamObservationsResponse answer(
      ObservationRecording recording, RecordObservationRequest observation) {
    var answer =
        StreamObservationsResponse.newBuilder().setIdempotencyKey(observation.getIdempotencyKey());
    try {
      return answer.setAccepted(recording.handle(observation, Caller.current())).build();
    } catch (RuntimeException refused) {
      return answer.setRefused(refusal(ItemRefusal.of(refused))).build();
    }
  }

  private static Refusal refusal(ItemRefusal refusal) {
    return Refusal.newBuilder()
        .setStatus(refusal.status())
        .setReason(refusal.reason())
        .setMessage(refusal.message())
        .addAllViolations(refusal.violations())
        .putAllMetadata(refusal.metadata())
        .build();
  }
}
