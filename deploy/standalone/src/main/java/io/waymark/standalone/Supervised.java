package io.waymark.standalone;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One service under supervision: when its process ends it is started again, later each time it ends
 * at once.
 */
final class Supervised {
  private static final Logger log = LoggerFactory.getLogger(Supervised.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Service service;
  private final Home home;
  private final Words words;
  private final Runnable changed;
  private final BackOff backOff = new BackOff();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile ServiceProcess current;

  private Supervised(Service service, Home home, Words words, Runnable changed) {
    this.service = service;
    this.home = home;
    this.words = words;
    this.changed = changed;
    this.current = ServiceProcess.start(service, home);
  }

  /**
   * @param changed called when another process runs than before
   */
  static Supervised start(Service service, Home home, Words words, Runnable changed) {
    return new Supervised(service, home, words, changed);
  }

  Service service() {
    return service;
  }

  long pid() {
    return current.process().pid();
  }

  /** Returns when the service is ready. A first start that fails is told, not repeated. */
  void awaitReady(Duration patience) {
    String name = words.get("part." + service.name());
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<String> problem = Readiness.problem(service.readiness());
      if (problem.isEmpty()) {
        return;
      }
      if (!current.process().isAlive()) {
        throw words.refusal(
            "refused.start", name, current.process().exitValue(), current.log(), current.tail());
      }
      if (System.nanoTime() > deadline) {
        throw words.refusal(
            "refused.slow", name, patience.toSeconds(), problem.get(), current.log());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** From now on it is started again whenever it ends. */
  void keepAlive() {
    Thread.ofVirtual().name("keep-" + service.name()).start(this::watch);
  }

  private void watch() {
    try {
      while (true) {
        int code = current.process().waitFor();
        if (isStopping()) {
          return;
        }
        Duration pause = backOff.next(current.age());
        double seconds = pause.toMillis() / 1000.0;
        log.warn(words.get("part.again", service.name(), code, seconds, current.log()));
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        restart();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void restart() {
    if (!isStopping()) {
      current = ServiceProcess.start(service, home);
      changed.run();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  synchronized void askToStop() {
    stopping.countDown();
    current.askToStop();
  }

  void awaitStop() {
    current.awaitStop();
  }
}
