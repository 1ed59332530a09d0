package io.waymark.registry.grpc;

import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.grpc.AcknowledgedStream;
import io.waymark.chassis.grpc.AcknowledgedStream.UnderWay;
import io.waymark.chassis.grpc.ItemRefusal;
import io.waymark.proto.registry.v1.Refusal;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.registry.app.CommandQueue;
import io.waymark.registry.app.Outcome;
import io.waymark.registry.wire.CommandWire;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reports of many projects on one stream. */
final class ProgressStream {
  static final int WINDOW = 200;

  private ProgressStream() {}

  static StreamObserver<StreamProgressRequest> open(
      CommandQueue commands, StreamObserver<StreamProgressResponse> caller) {
    return AcknowledgedStream.open(WINDOW, caller, item -> start(commands, item.getReport()));
  }

  private static UnderWay<StreamProgressResponse> start(
      CommandQueue commands, ReportProgressRequest report) {
    CompletableFuture<Outcome> outcome =
        commands.submit(
            Requests.submission(CommandWire.report(report)), Context.current()::isCancelled);
    return new UnderWay<>(outcome, () -> acknowledgement(report.getIdempotencyKey(), outcome));
  }

  private static StreamProgressResponse acknowledgement(
      String idempotencyKey, CompletableFuture<Outcome> outcome) {
    var acknowledgement = StreamProgressResponse.newBuilder().setIdempotencyKey(idempotencyKey);
    try {
      return acknowledgement.setAccepted(CommandWire.reported(outcome.join().orThrow())).build();
    } catch (Failure | CompletionException refused) {
      return acknowledgement.setRefused(refusal(ItemRefusal.of(refused))).build();
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
