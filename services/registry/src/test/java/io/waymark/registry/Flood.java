package io.waymark.registry;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends as fast as the registry takes. */
final class Flood implements ClientResponseObserver<StreamProgressRequest, StreamProgressResponse> {
  final CompletableFuture<Void> ended = new CompletableFuture<>();
  final AtomicInteger accepted = new AtomicInteger();
  private final int items;
  private int sent;

  Flood(int items) {
    this.items = items;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<StreamProgressRequest> out) {
    out.setOnReadyHandler(() -> {
      while (out.isReady() && sent < items) {
        out.onNext(item(sent++));
        if (sent == items) {
          out.onCompleted();
        }
      }
    });
  }

  private static StreamProgressRequest item(int i) {
    return StreamProgressRequest.newBuilder()
        .setReport(
            ReportProgressRequest.newBuilder()
                .setPlanId("wuhan-15")
                .setProjectId("pump-" + i % 500)
                .setIdempotencyKey("flood-" + i)
                .setAsOf(LocalDate.of(2025, 1, 1).plusDays(i / 500).toString())
                .setPercentComplete(i % 100)
                .setObstacle("征地拆迁滞后，两户尚未签约"))
        .build();
  }

  @Override
  public void onNext(StreamProgressResponse answer) {
    if (answer.hasAccepted()) {
      accepted.incrementAndGet();
    }
  }

  @Override
  public void onError(Throwable failure) {
    ended.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {
    ended.complete(null);
  }
}
