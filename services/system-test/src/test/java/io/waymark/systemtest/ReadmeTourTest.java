package io.waymark.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.systemtest.ReadmeTour.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Types the README's tour on what {@code up} starts. With {@code -Dwaymark.retake=true} the outputs
 * are written into the README instead of compared: for whoever changed them on purpose.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTourTest {
  private static final Path README =
      Path.of(System.getProperty("waymark.root", "../..")).resolve("README.md");

  private final Standalone standalone = new Standalone();

  @BeforeAll
  void playTheDemo() {
    assertThat(standalone.waymark("demo", "play", "--lang", "en")).contains("Played: ");
  }

  @AfterAll
  void stop() throws IOException, InterruptedException {
    standalone.close();
  }

  @Test
  void everyCommandOfTheTourPrintsWhatTheReadmeSays() {
    ReadmeTour tour = new ReadmeTour(README);
    Map<String, String> printed = new HashMap<>();
    tour.steps().forEach(step -> printed.put(step.command(), typed(step.command())));

    if (Boolean.getBoolean("waymark.retake")) {
      tour.write(step -> new Step(step.command(), printed.getOrDefault(step.command(), "")));
    }
    assertThat(tour.steps()).extracting(Step::command).hasSizeGreaterThanOrEqualTo(4);
    assertThat(printed.get("mail --last")).contains("water@wuhan.example").contains("杨泗港泵站");
    for (Step step : new ReadmeTour(README).steps()) {
      assertThat(lasting(printed.getOrDefault(step.command(), "")))
          .as("./waymark %s; take it anew with -Dwaymark.retake=true", step.command())
          .isEqualTo(lasting(step.output()));
    }
  }

  /** As the README shows it: the usual port, links cut short, no blanks at the ends of lines. */
  private String typed(String command) {
    return standalone
        .waymark((command + " --lang en").split(" "))
        .replace("localhost:" + standalone.httpPort(), "localhost:8080")
        .replaceAll("(/act/\\w{14})\\S+", "$1…")
        .replaceAll("(?m) +$", "")
        .strip();
  }

  /** Without ids, keys and the time of day, which are others every time. */
  private static String lasting(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "‹id›")
        .replaceAll("<[0-9a-f]{40}@", "<‹id›@")
        .replaceAll("/act/\\S+", "/act/‹link›")
        .replaceAll("(\\d{4}-\\d\\d-\\d\\d) \\d\\d:\\d\\d", "$1 ‹time›");
  }
}
