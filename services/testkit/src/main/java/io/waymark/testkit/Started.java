package io.waymark.testkit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part that starts when it is first asked for, once; if it cannot, every later asker is told the
 * same at once.
 */
final class Started<T extends AutoCloseable> implements AutoCloseable {
  private final Supplier<T> start;
  private @Nullable T part;
  private @Nullable RuntimeException failure;

  Started(Supplier<T> start) {
    this.start = start;
  }

  synchronized T get() {
    T running = part;
    if (running != null) {
      return running;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      running = start.get();
      part = running;
      return running;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public synchronized void close() {
    T running = part;
    part = null;
    if (running == null) {
      return;
    }
    try {
      running.close();
    } catch (Exception e) {
      throw new IllegalStateException("A part of the tests did not stop", e);
    }
  }
}
