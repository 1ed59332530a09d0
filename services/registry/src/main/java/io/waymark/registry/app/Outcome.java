package io.waymark.registry.app;

import io.waymark.chassis.failure.Failure;
import io.waymark.registry.domain.Reply;

/** What became of one command of a batch. */
public sealed interface Outcome {
  /**
   * Recorded and durable.
   *
   * @param replayed true if it was recorded earlier and only answered again
   */
  record Accepted(Reply reply, boolean replayed) implements Outcome {}

  /** Nothing was written for it. */
  record Refused(Failure failure) implements Outcome {}

  /** The reply, or throws the refusal. */
  default Reply orThrow() {
    return switch (this) {
      case Accepted accepted -> accepted.reply();
      case Refused refused -> throw refused.failure();
    };
  }
}
