package io.waymark.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All of Waymark on one machine, from start to stop. */
final class Standalone {
  private static final Logger log = LoggerFactory.getLogger(Standalone.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration SAVE_CLOCK = Duration.ofSeconds(5);

  private final Home home;
  private final Words words;
  private final Progress progress;
  private final Services services;
  private final Keys keys;
  private final DemoClock clock;
  private final EmbeddedParts parts;
  private final RunState state;
  private final List<Supervised> running = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final Object stopOnce = new Object();
  private boolean stopping;
  private boolean stopped;

  Standalone(
      Home home,
      Settings settings,
      Words words,
      Progress progress,
      Services services,
      Keys keys,
      DemoClock clock) {
    this.home = home;
    this.words = words;
    this.progress = progress;
    this.services = services;
    this.keys = keys;
    this.clock = clock;
    this.parts = new EmbeddedParts(home, settings, progress);
    this.state = new RunState(home.run("state.json"), home.root(), Instant.now());
  }

  /** Returns when every part is ready. */
  void start() {
    List<Service> all = services.all();
    clock.resume();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var postgres = run(threads, () -> parts.startPostgres(keys.databasePassword()));
      var kafka = run(threads, () -> parts.startKafka(services.kafkaBootstrap()));
      var smtp = run(threads, parts::startSmtp);
      CompletableFuture.allOf(postgres, kafka, smtp).join();
      var ready = new ArrayList<CompletableFuture<Void>>();
      all.forEach(service -> ready.add(run(threads, () -> start(service))));
      CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    running.forEach(Supervised::keepAlive);
    writeState();
    long period = SAVE_CLOCK.toMillis();
    var _ = timer.scheduleAtFixedRate(this::saveClock, period, period, TimeUnit.MILLISECONDS);
  }

  private static CompletableFuture<Void> run(ExecutorService threads, Runnable task) {
    return CompletableFuture.runAsync(task, threads);
  }

  private void start(Service service) {
    long start = System.nanoTime();
    Supervised supervised = launch(service);
    supervised.awaitReady(PATIENCE);
    progress.ready(service.name(), start);
  }

  private synchronized Supervised launch(Service service) {
    if (stopping) {
      throw new IllegalStateException("asked to stop while starting");
    }
    var supervised = Supervised.start(service, home, words, this::writeState);
    running.add(supervised);
    return supervised;
  }

  private synchronized void writeState() {
    if (!stopping) {
      state.write(parts.state(), running);
    }
  }

  private void saveClock() {
    try {
      clock.saveAhead(SAVE_CLOCK);
    } catch (RuntimeException e) {
      // one failure must not end the series: the scheduler drops a task that throws
      log.warn("The clock's time was not noted", e);
    }
  }

  /** Stops the services, then what they stand on. May be called at any time, and again. */
  void stop() {
    synchronized (this) {
      stopping = true;
    }
    synchronized (stopOnce) {
      if (stopped) {
        return;
      }
      stopped = true;
      stopEverything();
    }
  }

  private void stopEverything() {
    timer.shutdownNow();
    running.forEach(Supervised::askToStop);
    running.forEach(Supervised::awaitStop);
    parts.stop();
    clock.saveIfSet();
    try {
      Files.deleteIfExists(home.run("state.json"));
      Files.deleteIfExists(home.run("ready"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
