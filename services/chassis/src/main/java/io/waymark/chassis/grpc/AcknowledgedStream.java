package io.waymark.chassis.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One stream of items, each acknowledged by itself, in order. No more than a window of them are
 * under way: an acknowledgement that was taken lets one more in, so a caller that does not read is
 * not read from either, and one that writes faster than its items are carried out has to wait. When
 * the caller has gone, or its deadline has passed, whatever was not started is given up.
 *
 * @param <Q> an item
 * @param <A> an acknowledgement
 */
public final class AcknowledgedStream<Q, A> implements StreamObserver<Q> {
  /**
   * An item that is being carried out.
   *
   * @param done ends when the item has been carried out or could not be; cancelling it takes the
   *     item back if it was not started
   * @param acknowledgement what to tell the caller then; must not throw
   */
  public record UnderWay<A>(CompletableFuture<?> done, Supplier<A> acknowledgement) {}

  private final Function<Q, UnderWay<A>> work;
  private final ServerCallStreamObserver<A> caller;
  private final Deque<UnderWay<A>> underWay = new ArrayDeque<>();
  private boolean callerIsDone;
  private boolean ended;

  private AcknowledgedStream(Function<Q, UnderWay<A>> work, ServerCallStreamObserver<A> caller) {
    this.work = work;
    this.caller = caller;
  }

  /**
   * Answers a bidirectional call.
   *
   * @param window how many items may be under way, and thus wait in this process
   * @param work starts an item; may block, which holds the caller back
   */
  public static <Q, A> StreamObserver<Q> open(
      int window, StreamObserver<A> caller, Function<Q, UnderWay<A>> work) {
    var flowControlled = (ServerCallStreamObserver<A>) caller;
    AcknowledgedStream<Q, A> stream = new AcknowledgedStream<>(work, flowControlled);
    flowControlled.disableAutoRequest();
    flowControlled.setOnReadyHandler(stream::acknowledge);
    flowControlled.setOnCancelHandler(stream::end);
    flowControlled.request(window);
    return stream;
  }

  @Override
  public void onNext(Q request) {
    if (caller.isCancelled()) {
      return;
    }
    UnderWay<A> item = work.apply(request);
    synchronized (this) {
      underWay.add(item);
      if (ended) {
        end();
      }
    }
    var _ = item.done().whenComplete((done, failure) -> acknowledge());
  }

  /**
   * The caller went away: what it sent and was carried out stays; its keys tell it so when it comes
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

  /**
   * The last item first: what was started until then is a beginning of the stream, without gaps.
   */
  private synchronized void end() {
    ended = true;
    while (!underWay.isEmpty()) {
      underWay.removeLast().done().cancel(false);
    }
  }

  private synchronized void acknowledge() {
    while (!ended && caller.isReady() && !underWay.isEmpty() && underWay.peek().done().isDone()) {
      caller.onNext(underWay.remove().acknowledgement().get());
      caller.request(1);
    }
    if (!ended && callerIsDone && underWay.isEmpty()) {
      ended = true;
      caller.onCompleted();
    }
  }
}
