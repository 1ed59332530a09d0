package io.waymark.registry.grpc;

import io.grpc.Context;
import io.grpc.Context.CancellationListener;
import io.waymark.chassis.failure.Failure;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Waits for an answer as long as the caller of this call does. */
final class Waits {
  private Waits() {}

  /**
   * What the future gives; it is cancelled when the caller goes or its deadline passes.
   *
   * @param start begins the work; is told whether the caller has given up
   */
  static <T> T untilDone(Function<BooleanSupplier, CompletableFuture<T>> start) {
    Context call = Context.current();
    CompletableFuture<T> answer = start.apply(call::isCancelled);
    CancellationListener gone = _ -> answer.cancel(false);
    call.addListener(gone, Runnable::run);
    try {
      return answer.join();
    } catch (CancellationException e) {
      throw Failure.tooLate();
    } finally {
      call.removeListener(gone);
    }
  }
}
