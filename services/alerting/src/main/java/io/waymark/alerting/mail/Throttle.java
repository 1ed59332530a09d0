package io.waymark.alerting.mail;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Lets so many mails through in a minute, a second's worth of them at once. */
public final class Throttle {
  private static final int SECONDS = 60;
  private static final long NANOS = 1_000_000_000;

  private final @Nullable Bucket bucket;

  /**
   * Creates a throttle.
   *
   * @param perMinute 0 lets everything through
   */
  public Throttle(int perMinute, InstantSource time) {
    this.bucket =
        perMinute == 0
            ? null
            : Bucket.builder()
                .addLimit(limit ->
                    limit
                        .capacity(Math.max(1, perMinute / SECONDS))
                        .refillGreedy(perMinute, Duration.ofSeconds(SECONDS)))
                .withCustomTimePrecision(new Ticks(time))
                .build();
  }

  /** How many of so many may go now; they count as gone. */
  public int take(int atMost) {
    return bucket == null ? atMost : (int) bucket.tryConsumeAsMuchAsPossible(atMost);
  }

  /** Some of those that might have gone did not. */
  public void giveBack(int unused) {
    if (bucket != null && unused > 0) {
      bucket.addTokens(unused);
    }
  }

  /** How long until the next one may go; zero if it may now. */
  public Duration untilNext() {
    return bucket == null
        ? Duration.ZERO
        : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  private record Ticks(InstantSource time) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = time.instant();
      return now.getEpochSecond() * NANOS + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
