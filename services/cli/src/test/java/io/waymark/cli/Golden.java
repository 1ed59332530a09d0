package io.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the one that was looked at and kept. WAYMARK_GOLDEN=write keeps anew. */
final class Golden {
  private static final Path KEPT = Path.of("src/test/resources/golden");

  private Golden() {}

  static void check(String name, String actual) {
    Path file = KEPT.resolve(name + ".txt");
    try {
      if ("write".equals(System.getenv("WAYMARK_GOLDEN"))) {
        Files.createDirectories(KEPT);
        Files.writeString(file, actual);
      }
      assertThat(actual).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
