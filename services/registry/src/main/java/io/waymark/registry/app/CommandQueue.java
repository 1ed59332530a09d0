package io.waymark.registry.app;

import io.waymark.chassis.failure.Failure;
import io.waymark.outbox.Transience;
import io.waymark.registry.domain.ProjectCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lets commands that arrive together share a commit: while one transaction runs, the next ones
 * gather, and go into the next transaction together. A lone command does not wait. Commands are
 * carried out in the order of their submission.
 */
public final class CommandQueue implements AutoCloseable {
  private static final int MOST_IN_BATCH = 200;
  private static final int MOST_WAITING = 4000;
  private static final double NANOS = 1e9;

  private record Waiting(Submission submission, CompletableFuture<Outcome> outcome) {}

  private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
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

  /**
   * Takes a command; blocks while too many wait. The future ends after the commit, exceptionally if
   * the command could not be handled; it is not known then whether it was recorded, and sending it
   * again with its key tells.
   */
  public CompletableFuture<Outcome> submit(Submission submission) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    long start = System.nanoTime();
    try {
      waiting.put(new Waiting(submission, outcome));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome.completeExceptionally(stopping());
    }
    if (closed) {
      failWaiting();
    }
    return submission.command() instanceof ProjectCommand.Report
        ? outcome.whenComplete((ended, failure) -> count(ended, start))
        : outcome;
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
    List<Waiting> batch = new ArrayList<>(MOST_IN_BATCH);
    while (!closed) {
      try {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_IN_BATCH - 1);
        carryOut(batch);
      } catch (InterruptedException e) {
        closed = true;
      }
      batch.clear();
    }
  }

  private void carryOut(List<Waiting> batch) {
    try {
      List<Outcome> outcomes = handler.handle(batch.stream().map(Waiting::submission).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (RuntimeException | Error e) { // an Error too: without its worker the queue would hang
      if (batch.size() == 1 || Transience.isTransient(e)) {
        batch.forEach(one -> one.outcome().completeExceptionally(e));
      } else {
        // Something nobody foresaw about one of them: alone, it sinks only itself.
        batch.forEach(one -> carryOut(List.of(one)));
      }
    }
  }

  private void count(@Nullable Outcome ended, long start) {
    switch (ended) {
      case null -> metrics.failed();
      case Outcome.Accepted accepted when accepted.replayed() -> metrics.replayed();
      case Outcome.Accepted _ -> metrics.accepted();
      case Outcome.Refused(Failure failure) -> metrics.refused(failure.reason());
    }
    metrics.handled((System.nanoTime() - start) / NANOS);
  }

  private void failWaiting() {
    List<Waiting> left = new ArrayList<>();
    waiting.drainTo(left);
    left.forEach(one -> one.outcome().completeExceptionally(stopping()));
  }

  private static Failure stopping() {
    return Failure.unavailable("the registry is stopping; try again", null);
  }
}
