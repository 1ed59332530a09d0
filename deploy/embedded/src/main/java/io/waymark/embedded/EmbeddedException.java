package io.waymark.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded part could not start or stop; the message says which part, why, and what to do. */
public final class EmbeddedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedException(String message) {
    super(message);
  }

  EmbeddedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
