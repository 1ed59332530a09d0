package io.waymark.registry.grpc;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import io.waymark.chassis.grpc.Statuses;
import io.waymark.proto.registry.v1.Refusal;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import io.waymark.registry.app.CommandQueue;
import io.waymark.registry.app.Outcome;
import io.waymark.registry.wire.CommandWire;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One stream of reports. Up to {@link #WINDOW} items are under way: an acknowledgement that was
 * taken lets one more in, so a caller that does not read is not read from either. Acknowledgements
 * come in the order of the items.
 */
final class ProgressStream implements StreamObserver<StreamProgressRequest> {
  static final int WINDOW = 200;

  private record Item(String idempotencyKey, CompletableFuture<Outcome> outcome) {}

  private final CommandQueue commands;
  private final ServerCallStreamObserver<StreamProgressResponse> caller;
  private final Deque<Item> underWay = new ArrayDeque<>();
  private boolean callerIsDone;
  private boolean ended;

  private ProgressStream(
      CommandQueue commands, ServerCallStreamObserver<StreamProgressResponse> caller) {
    this.commands = commands;
    this.caller = caller;
  }

  static StreamObserver<StreamProgressRequest> open(
      CommandQueue commands, StreamObserver<StreamProgressResponse> caller) {
    var flowControlled = (ServerCallStreamObserver<StreamProgressResponse>) caller;
    ProgressStream stream = new ProgressStream(commands, flowControlled);
    flowControlled.disableAutoRequest();
    flowControlled.setOnReadyHandler(stream::acknowledge);
    flowControlled.setOnCancelHandler(stream::end);
    flowControlled.request(WINDOW);
    return stream;
  }

  @Override
  public void onNext(StreamProgressRequest request) {
    ReportProgressRequest report = request.getReport();
    Item item =
        new Item(
            report.getIdempotencyKey(),
            commands.submit(Requests.submission(CommandWire.report(report))));
    synchronized (this) {
      underWay.add(item);
    }
    var _ = item.outcome().whenComplete((outcome, failure) -> acknowledge());
  }

  /**
   * The caller went away: what it sent and was committed stays; its keys tell it so when it comes
   * back.
   */
  @Override
  public void onError(Throwable cancelled) {
    end();
  }

  @Override
  public void onCompleted() {
    synchronized (this) {
      callerIsDone = true;
    }
    acknowledge();
  }

  private synchronized void end() {
    ended = true;
    underWay.clear();
  }

  private synchronized void acknowledge() {
    while (!ended
        && caller.isReady()
        && !underWay.isEmpty()
        && underWay.peek().outcome().isDone()) {
      caller.onNext(acknowledgement(underWay.remove()));
      caller.request(1);
    }
    if (!ended && callerIsDone && underWay.isEmpty()) {
      ended = true;
      caller.onCompleted();
    }
  }

  private static StreamProgressResponse acknowledgement(Item item) {
    var acknowledgement =
        StreamProgressResponse.newBuilder().setIdempotencyKey(item.idempotencyKey());
    try {
      return acknowledgement
          .setAccepted(CommandWire.reported(item.outcome().join().orThrow()))
          .build();
    } catch (Failure failure) {
      return acknowledgement.setRefused(refusal(failure)).build();
    } catch (CompletionException e) {
      return acknowledgement.setRefused(refusal(e)).build();
    }
  }

  private static Refusal refusal(Throwable thrown) {
    Status status = Statuses.of(thrown, new Metadata());
    @Nullable Failure failure = failure(thrown);
    Refusal.Builder refusal =
        Refusal.newBuilder()
            .setStatus(status.getCode().name())
            .setReason(failure == null ? "INTERNAL" : failure.reason())
            .setMessage(String.valueOf(status.getDescription()));
    if (failure != null) {
      failure.violations().forEach(violation -> refusal.addViolations(proto(violation)));
    }
    return refusal.build();
  }

  private static @Nullable Failure failure(Throwable thrown) {
    try {
      return Statuses.failureOf(thrown);
    } catch (IllegalArgumentException unforeseen) {
      return null; // Statuses.of has logged it
    }
  }

  private static io.waymark.proto.type.v1.Violation proto(Violation violation) {
    return io.waymark.proto.type.v1.Violation.newBuilder()
        .setField(violation.field())
        .setValue(violation.value())
        .setExpectation(violation.expectation())
        .build();
  }
}
