package io.waymark.alerting.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which report a subject owes next, as it was last told.
 *
 * @param version of what was told; 0 before anything was
 * @param report null: none
 * @param lookAt when to see whether it came; null: there is nothing to see, or it was seen
 */
public record Owing(long version, @Nullable OwedReport report, @Nullable Instant lookAt) {
  /** Nothing was told. */
  public static final Owing NOTHING = new Owing(0, null, null);

  Owing seen() {
    return new Owing(version, report, null);
  }

  Owing again(Instant at) {
    return new Owing(version, report, at);
  }

  /** Whether its time is over and nobody has looked yet. */
  boolean due(Instant now) {
    return lookAt != null && !lookAt.isAfter(now);
  }
}
