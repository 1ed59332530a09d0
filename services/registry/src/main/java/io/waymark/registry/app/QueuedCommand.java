package io.waymark.registry.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * A command that waits for its transaction, and its outcome. It can be cancelled until the
 * transaction begins; after that cancelling changes nothing, so that a cancelled command was never
 * carried out.
 */
final class QueuedCommand extends CompletableFuture<Outcome> {
  private final Submission submission;
  private final BooleanSupplier givenUp;
  private final AtomicBoolean decided = new AtomicBoolean();

  QueuedCommand(Submission submission, BooleanSupplier givenUp) {
    this.submission = submission;
    this.givenUp = givenUp;
  }

  Submission submission() {
    return submission;
  }

  /** Whether someone waits for the answer; if not, the command is over. */
  boolean isWanted() {
    if (givenUp.getAsBoolean()) {
      cancel(false);
    }
    return !isDone();
  }

  /** Begins its transaction, from where there is no way back; false if nobody waits for it. */
  boolean start() {
    return isWanted() && decided.compareAndSet(false, true);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return decided.compareAndSet(false, true) ? super.cancel(mayInterruptIfRunning) : isCancelled();
  }
}
