package io.waymark.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaughtUpTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<Long> seen = new ArrayList<>();

  @Test
  void anEventThatIsBetweenTwoServicesForAMomentIsWaitedFor() {
    Iterator<Long> backlog = List.of(3L, 0L, 0L, 5L, 0L, 0L, 0L, 0L).iterator();

    long left = new CaughtUp(backlog::next, LONG, Duration.ZERO).await(seen::add);

    assertThat(left).isZero();
    assertThat(seen).containsExactly(3L, 0L, 0L, 5L, 0L, 0L, 0L, 0L);
  }

  @Test
  void whatIsLeftWhenPatienceEndsIsSaid() {
    long left = new CaughtUp(() -> 7, Duration.ZERO, Duration.ZERO).await(seen::add);

    assertThat(left).isEqualTo(7);
    assertThat(seen).containsExactly(7L);
  }
}
