package io.waymark.sheets.filing;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.type.v1.Violation;
import io.waymark.sheets.form.Batch.Item;
import io.waymark.sheets.form.CellFault;
import io.waymark.sheets.value.Reason;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sends many items over one stream, no faster than the other side takes them. */
final class StreamUpload<R, Q, A> {
  /**
   * What was said of one item.
   *
   * @param id what it was recorded as; empty if it was refused
   * @param refusal why it was refused, where no violation says so
   * @param violations what is wrong with it
   */
  record Answer(String id, String refusal, List<Violation> violations) {}

  private final List<Item<R>> items;
  private final Function<R, Q> asked;
  private final Function<A, Answer> answered;
  private final Landing.Listener listener;
  private final Landing landing = new Landing();
  private int answers;

  StreamUpload(
      List<Item<R>> items,
      Function<R, Q> asked,
      Function<A, Answer> answered,
      Landing.Listener listener) {
    this.items = items;
    this.asked = asked;
    this.answered = answered;
    this.listener = listener;
  }

  /** How long a stream of so many items may take. */
  static long seconds(int items) {
    return 60L + items / 10;
  }

  /** Sends the items in order; acknowledgements come in the same order. */
  Landing send(Consumer<StreamObserver<A>> call) {
    Stream stream = new Stream();
    call.accept(stream);
    String status = "OK";
    try {
      stream.ended.join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof StatusRuntimeException failure)) {
        throw e;
      }
      landing.broken(failure);
      status = failure.getStatus().getCode().name();
    }
    for (Item<R> item : items.subList(answers, items.size())) {
      landing.unanswered(item, status);
    }
    return landing;
  }

  private void take(A response) {
    Item<R> item = items.get(answers++);
    Answer answer = answered.apply(response);
    if (!answer.id().isEmpty()) {
      landing.landed();
      listener.landed(item, answer.id());
    } else if (answer.violations().isEmpty()) {
      Reason reason = Reason.of("row.refused", answer.refusal());
      landing.refused(new CellFault(item.row(), CellFault.WHOLE_ROW, "", reason));
    }
    for (Violation v : answer.violations()) {
      Reason reason = Reason.of("row.violation", v.getValue(), v.getExpectation());
      landing.refused(item.columns().fault(item.row(), v.getField(), reason));
    }
    listener.at(answers, items.size());
  }

  private final class Stream implements ClientResponseObserver<Q, A> {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Iterator<Item<R>> rest = items.iterator();
    private boolean finished;

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> out) {
      out.setOnReadyHandler(() -> sendWhileReady(out));
    }

    private synchronized void sendWhileReady(ClientCallStreamObserver<Q> out) {
      while (out.isReady() && rest.hasNext()) {
        out.onNext(asked.apply(rest.next().request()));
      }
      if (!rest.hasNext() && !finished) {
        finished = true;
        out.onCompleted();
      }
    }

    @Override
    public void onNext(A response) {
      take(response);
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
}
