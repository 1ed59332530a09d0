package io.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {
  private static final Instant FIRST_START = Instant.parse("2026-11-22T15:00:00Z");
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  @Test
  void withoutADemoEveryStartShowsTheSystemsTime() throws IOException {
    at(Duration.ZERO).resume();
    assertThat(file()).isEqualTo("2026-11-22T15:00:00Z 2026-11-22T15:00:00Z 1.0\n");
    at(AN_HOUR).saveIfSet();
    at(AN_HOUR.multipliedBy(5)).resume();
    assertThat(file()).isEqualTo("2026-11-22T20:00:00Z 2026-11-22T20:00:00Z 1.0\n");
  }

  @Test
  void aDemosTimeRunsOnlyWhileWaymarkRuns() throws IOException {
    demoSets("2027-06-30T01:00:00Z 2026-11-22T15:00:00Z 1.0");
    at(AN_HOUR).saveIfSet();
    at(AN_HOUR.multipliedBy(5)).resume();
    assertThat(file()).isEqualTo("2027-06-30T02:00:00Z 2026-11-22T20:00:00Z 1.0\n");
  }

  @Test
  void afterAKillTheTimeDoesNotGoBack() throws IOException {
    demoSets("2027-06-30T01:00:00Z 2026-11-22T15:00:00Z 1.0");
    at(Duration.ZERO).saveAhead(Duration.ofSeconds(5));
    // killed four seconds later, before the next note
    at(AN_HOUR).resume();
    assertThat(file()).startsWith("2027-06-30T01:00:05Z ");
  }

  @Test
  void aFastDemoGoesOnAtTheUsualRate() throws IOException {
    demoSets("2027-01-01T00:00:00Z 2026-11-22T15:00:00Z 3600.0");
    at(Duration.ofSeconds(10)).saveIfSet();
    at(AN_HOUR).resume();
    assertThat(file()).isEqualTo("2027-01-01T10:00:00Z 2026-11-22T16:00:00Z 1.0\n");
  }

  private DemoClock at(Duration afterTheStart) {
    return new DemoClock(
        folder.resolve("clock"),
        folder.resolve("clock.saved"),
        Clock.fixed(FIRST_START.plus(afterTheStart), ZoneOffset.UTC));
  }

  private void demoSets(String line) throws IOException {
    Files.writeString(folder.resolve("clock"), line + "\n");
  }

  private String file() throws IOException {
    return Files.readString(folder.resolve("clock"));
  }
}
