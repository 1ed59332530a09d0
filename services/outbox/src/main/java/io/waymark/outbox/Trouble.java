package io.waymark.outbox;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What keeps a loop from working at present, for the readiness of its service. */
final class Trouble {
  private final AtomicReference<@Nullable String> cause = new AtomicReference<>();

  void is(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    cause.set(root.getClass().getSimpleName() + (message == null ? "" : ": " + message));
  }

  void is(String problem) {
    cause.set(problem);
  }

  void over() {
    cause.set(null);
  }

  Optional<String> now() {
    return Optional.ofNullable(cause.get());
  }
}
