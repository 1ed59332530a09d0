package io.waymark.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClockTest {
  private final MutableClock system = MutableClock.at("2026-11-22T15:00:00Z");
  @TempDir private Path folder = Path.of("");

  @Test
  void showsWhatTheFileSaysAndGoesOnFromThere() throws IOException {
    FileClock clock = set("2027-06-30T01:00:00Z 2026-11-22T15:00:00Z 1.0");

    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-06-30T01:00:00Z"));
    system.advance(Duration.ofMinutes(5));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-06-30T01:05:00Z"));
  }

  @Test
  void followsAReplacedFileAtOnce() throws IOException {
    FileClock clock = set("2027-06-30T01:00:00Z 2026-11-22T15:00:00Z 0");
    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-06-30T01:00:00Z"));

    set("2027-07-31T01:00:00Z 2026-11-22T15:00:00Z 0");

    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-07-31T01:00:00Z"));
  }

  @Test
  void namesAMalformedLine() throws IOException {
    FileClock clock = set("yesterday");

    assertThatThrownBy(clock::instant)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("clock: yesterday (expected: two instants and a rate)");
  }

  private FileClock set(String line) throws IOException {
    Path file = folder.resolve("clock");
    Path fresh = Files.writeString(folder.resolve("clock.new"), line + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return new FileClock(file, system);
  }
}
