package io.waymark.sheets.value;

import java.util.function.Function;

/** What came of reading a text: a value, or the reason why it is not taken. */
public sealed interface Reading<T> {
  /** A value. */
  record Taken<T>(T value) implements Reading<T> {}

  /** Not taken, and why. */
  record Refused<T>(Reason reason) implements Reading<T> {}

  /** A value. */
  static <T> Reading<T> taken(T value) {
    return new Taken<>(value);
  }

  /** A refusal. */
  static <T> Reading<T> refused(String key, Object... arguments) {
    return new Refused<>(Reason.of(key, arguments));
  }

  /** Goes on with the value, if there is one. */
  default <U> Reading<U> then(Function<T, Reading<U>> next) {
    return switch (this) {
      case Taken<T> taken -> next.apply(taken.value());
      case Refused<T> refused -> new Refused<>(refused.reason());
    };
  }
}
