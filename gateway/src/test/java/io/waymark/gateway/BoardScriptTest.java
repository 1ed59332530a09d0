package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the board's own checks of numbers, dates, languages, addresses, facts, forms and uploads
 * where a JavaScript engine is.
 */
class BoardScriptTest {
  @ParameterizedTest
  @ValueSource(strings = {"format", "decisions", "notifications", "upload"})
  void theScriptsDoAsTheyShould(String checks) throws IOException, InterruptedException {
    Optional<Path> node = node();
    assumeTrue(
        node.isPresent(), "skipped: there is no node on the PATH to run the board's scripts with");
    Process process =
        new ProcessBuilder(
                node.orElseThrow().toString(),
                "--no-warnings",
                Path.of("src/test/js/" + checks + ".test.mjs").toString(),
                Path.of("src/main/resources/static/board").toUri().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
  }

  private static Optional<Path> node() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "node"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
