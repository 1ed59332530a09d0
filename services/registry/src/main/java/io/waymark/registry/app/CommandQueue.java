package io.waymark.registry.app;

import io.waymark.chassis.failure.Failure;
import io.waymark.outbox.Transience;
import io.waymark.refusals.Refused;
import io.waymark.registry.domain.ProjectCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets commands that arrive together share a commit: while one transaction runs, the next ones
 * gather, and go into the next transaction together. A lone command does not wait. Commands are
 * carried out in the order of their submission; one that is cancelled before its transaction begins
 * is not carried out.
 */
public final class CommandQueue implements AutoCloseable {
  private static final int MOST_IN_BATCH = 200;
  private static final int MOST_WAITING = 4000;

  /** How often a caller that finds the queue full looks whether it is still wanted. */
  private static final long LOOK_MILLIS = 50;

  private static final double NANOS = 1e9;

  private final BlockingQueue<QueuedCommand> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final CommandHandler handler;
  private final RegistryMetrics metrics;
  private final Thread worker;
  private volatile boolean closed;

  /** Starts the queue's worker. */
  public CommandQueue(CommandHandler handler, RegistryMetrics metrics) {
    this.handler = handler;
    this.metrics = metrics;
    this.worker = Thread.ofPlatform().name("registry-commands").daemon().start(this::work);
  }

  /** Takes a command of a caller that waits however long it takes. */
  public CompletableFuture<Outcome> submit(Submission submission) {
    return submit(submission, () -> false);
  }

  /**
   * Takes a command; blocks while too many wait. The future ends after the commit, exceptionally if
   * the command could not be handled; it is not known then whether it was recorded, and sending it
   * again with its key tells. Cancelling the future takes the command out, unless its transaction
   * has begun.
   *
   * @param givenUp whether nobody waits for the answer any more; asked before the command is
   *     started
   */
  public CompletableFuture<Outcome> submit(Submission submission, BooleanSupplier givenUp) {
    QueuedCommand command = new QueuedCommand(submission, givenUp);
    long start = System.nanoTime();
    var _ =
        command.whenComplete((ended, failure) -> {
          if (failure instanceof CancellationException) {
            waiting.remove(command);
          }
          if (submission.command() instanceof ProjectCommand.Report) {
            count(ended, failure, start);
          }
        });
    enter(command);
    if (closed) {
      failWaiting();
    }
    return command;
  }

  /** How many commands wait to be taken up. */
  public int waiting() {
    return waiting.size();
  }

  private void enter(QueuedCommand command) {
    try {
      while (!waiting.offer(command, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (!command.isWanted()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      command.completeExceptionally(stopping());
    }
  }

  /** Stops after the transaction that runs; whatever still waits is told to try again. */
  @Override
  public void close() {
    closed = true;
    worker.interrupt();
    try {
      worker.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    failWaiting();
  }

  private void work() {
    List<QueuedCommand> batch = new ArrayList<>(MOST_IN_BATCH);
    while (!closed) {
      try {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_IN_BATCH - 1);
        batch.removeIf(one -> !one.start());
        if (!batch.isEmpty()) {
          carryOut(batch);
        }
      } catch (InterruptedException e) {
        closed = true;
      }
      batch.clear();
    }
  }

  private void carryOut(List<QueuedCommand> batch) {
    try {
      List<Outcome> outcomes =
          handler.handle(batch.stream().map(QueuedCommand::submission).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).complete(outcomes.get(i));
      }
    } catch (RuntimeException | Error e) { // an Error too: without its worker the queue would hang
      if (batch.size() == 1 || Transience.isTransient(e)) {
        batch.forEach(one -> one.completeExceptionally(e));
      } else {
        // Something nobody foresaw about one of them: alone, it sinks only itself.
        batch.forEach(one -> carryOut(List.of(one)));
      }
    }
  }

  private void count(@Nullable Outcome ended, @Nullable Throwable failure, long start) {
    switch (ended) {
      case null -> {
        if (failure instanceof CancellationException) {
          metrics.abandoned();
        } else {
          metrics.failed();
        }
      }
      case Outcome.Accepted accepted when accepted.replayed() -> metrics.replayed();
      case Outcome.Accepted _ -> metrics.accepted();
      case Outcome.Refused(Failure refusal) -> metrics.refused(refusal.reason());
    }
    metrics.handled((System.nanoTime() - start) / NANOS);
  }

  private void failWaiting() {
    List<QueuedCommand> left = new ArrayList<>();
    waiting.drainTo(left);
    left.forEach(one -> one.completeExceptionally(stopping()));
  }

  private static Failure stopping() {
    return Failure.unavailable(Refused.STOPPING.with("registry"), null);
  }
}
