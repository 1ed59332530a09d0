package io.waymark.cli.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.Environment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Environment environment(boolean errIsTerminal) {
    return new Environment(
        Map.of(),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        false,
        errIsTerminal,
        Path.of(""),
        Clock.systemUTC(),
        Locale.ROOT);
  }

  @Test
  void aPersonSeesABarWithItsCountOnStandardError() {
    try (Meter meter = Meter.on(environment(true), "填报", 10_000)) {
      meter.at(4_000, 10_000);
      meter.at(10_000, 10_000);
    }
    assertThat(err.toString(UTF_8)).contains("填报", "100%", "10000/10000");
    assertThat(out.size()).isZero();
  }

  @Test
  void aFileOrAPipeGetsNone() {
    try (Meter meter = Meter.on(environment(false), "填报", 10_000)) {
      meter.at(10_000, 10_000);
    }
    assertThat(err.size()).isZero();
  }
}
