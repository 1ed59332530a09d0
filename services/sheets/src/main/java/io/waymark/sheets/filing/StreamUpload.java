package io.waymark.sheets.filing;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.type.v1.Violation;
import io.waymark.refusals.wire.Told;
import io.waymark.sheets.form.Batch.Item;
import io.waymark.sheets.form.CellFault;
import io.waymark.sheets.value.Reason;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
   * @param refused why it was refused; empty if it was not
   */
  record Answer(String id, Optional<Told> refused) {
    static Answer recorded(String id) {
      return new Answer(id, Optional.empty());
    }

    static Answer refused(Told told) {
      return new Answer("", Optional.of(told));
    }
  }

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
    if (answer.refused().isEmpty()) {
      landing.landed();
      listener.landed(item, answer.id());
    } else {
      refused(item, answer.refused().get());
    }
    listener.at(answers, items.size());
  }

  private void refused(Item<R> item, Told told) {
    if (told.violations().isEmpty()) {
      Reason reason =
          Reason.of(Reason.REFUSED, List.of(told.reason(), told.message()), told.metadata());
      landing.refused(new CellFault(item.row(), CellFault.WHOLE_ROW, "", reason));
    }
    for (Violation violation : told.violations()) {
      Reason reason =
          Reason.of(
              Reason.VIOLATION,
              List.of(violation.getValue(), violation.getReason(), violation.getExpectation()),
              violation.getMetadataMap());
      landing.refused(item.columns().fault(item.row(), violation.getField(), reason));
    }
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
