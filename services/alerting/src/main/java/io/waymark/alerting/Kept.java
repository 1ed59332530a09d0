package io.waymark.alerting;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks once, when it is first needed, and keeps the answer; a failure is not kept. */
final class Kept<T> implements Supplier<T> {
  private final Supplier<T> source;
  private @Nullable T value;

  private Kept(Supplier<T> source) {
    this.source = source;
  }

  static <T> Supplier<T> of(Supplier<T> source) {
    return new Kept<>(source);
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = source.get();
      value = known;
    }
    return known;
  }
}
