package io.waymark.cli.pack;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.function.Supplier;

/**
 * Repeats a call while the service says UNAVAILABLE: a database that is away for a moment or gave
 * up one of two transactions. Only for calls with an idempotency key, which may be sent twice.
 */
public final class Retrying {
  private static final int ATTEMPTS = 7;
  private static final long FIRST_PAUSE_MILLIS = 50;

  private Retrying() {}

  /** The reply of the first attempt that is not met by UNAVAILABLE; about six seconds at most. */
  public static <T> T call(Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (StatusRuntimeException e) {
        if (attempt == ATTEMPTS || e.getStatus().getCode() != Status.Code.UNAVAILABLE) {
          throw e;
        }
        pause(attempt, e);
      }
    }
  }

  private static void pause(int attempt, StatusRuntimeException cause) {
    try {
      Thread.sleep(FIRST_PAUSE_MILLIS << attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cause;
    }
  }
}
