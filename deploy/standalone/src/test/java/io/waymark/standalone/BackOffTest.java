package io.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @Test
  void whoEndsAtOnceWaitsLongerEachTimeUpToFifteenSeconds() {
    var backOff = new BackOff();
    assertThat(Stream.generate(() -> backOff.next(AT_ONCE).toMillis()).limit(9))
        .containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 12800L, 15000L, 15000L);
  }

  @Test
  void whoRanSteadilyBeginsAnew() {
    var backOff = new BackOff();
    backOff.next(AT_ONCE);
    backOff.next(AT_ONCE);
    assertThat(backOff.next(Duration.ofSeconds(61))).hasMillis(200);
  }
}
