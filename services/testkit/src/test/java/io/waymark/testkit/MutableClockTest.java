package io.waymark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MutableClockTest {
  @Test
  void itStandsStillUntilItIsMoved() {
    MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-06-30T01:00:00Z"));
    clock.advance(Duration.ofDays(1));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-07-01T01:00:00Z"));
  }

  @Test
  void aViewInAnotherZoneMovesWithIt() {
    MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
    var view = clock.withZone(ZoneOffset.UTC);
    clock.set(Instant.EPOCH);
    assertThat(view.instant()).isEqualTo(Instant.EPOCH);
    assertThat(view.getZone()).isEqualTo(ZoneOffset.UTC);
  }
}
