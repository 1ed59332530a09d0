package io.waymark.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {
  private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
  private static final Instant JUNE = Instant.parse("2027-06-30T10:00:00Z");

  @TempDir Path folder;

  @Test
  void withoutAFileItShowsTheSystemsTime() {
    assertThat(clockAt(NOW).now()).isEqualTo(NOW);
    assertThat(clockAt(NOW).showsSystemTime()).isTrue();
  }

  @Test
  void itTicksOnFromWhereItWasSet() {
    clockAt(NOW).forwardTo(JUNE);

    assertThat(clockAt(NOW.plusSeconds(90)).now()).isEqualTo(JUNE.plusSeconds(90));
    assertThat(folder.resolve("clock")).hasContent("2027-06-30T10:00:00Z 2026-11-22T15:00:00Z 1.0");
  }

  @Test
  void itIsNeverTurnedBack() {
    clockAt(NOW).forwardTo(JUNE);

    assertThat(clockAt(NOW).forwardTo(JUNE.minusSeconds(1))).isFalse();
    assertThat(clockAt(NOW).begin(Scenario.START)).isFalse();
    assertThat(clockAt(NOW).now()).isEqualTo(JUNE);
  }

  @Test
  void aDemoBeginsOnAClockThatShowsTheSystemsTime() throws Exception {
    Files.writeString(folder.resolve("clock"), NOW + " " + NOW + " 1.0\n");

    assertThat(clockAt(NOW.plusSeconds(5)).begin(Scenario.START)).isTrue();
    assertThat(clockAt(NOW.plusSeconds(5)).now()).isEqualTo(Scenario.START);
  }

  @Test
  void nothingIsLeftBesideTheFile() throws Exception {
    clockAt(NOW).forwardTo(JUNE);

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("clock"));
    }
  }

  @Test
  void aMalformedFileIsNamed() throws Exception {
    Files.writeString(folder.resolve("clock"), "noon\n");

    assertThatThrownBy(() -> clockAt(NOW).now())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("noon (expected: two instants and a rate)");
  }

  private ClockFile clockAt(Instant now) {
    return new ClockFile(folder.resolve("clock"), Clock.fixed(now, ZoneOffset.UTC));
  }
}
