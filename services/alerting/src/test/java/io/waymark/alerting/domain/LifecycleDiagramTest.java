package io.waymark.alerting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages on the life of an alert, in both languages, say what the code does. */
class LifecycleDiagramTest {
  @ParameterizedTest
  @CsvSource({"EN, alert-lifecycle.md", "ZH, zh/alert-lifecycle.md"})
  void theDocumentedDiagramIsTheOneThatTheCodeDraws(Language language, String name)
      throws IOException {
    Path page = page(name);
    String drawn = LifecycleDiagram.mermaid(language);
    assertThat(Files.readString(page))
        .as("paste this into %s:%n%s", page, drawn)
        .contains("```mermaid\n" + drawn + "```");
  }

  @ParameterizedTest
  @CsvSource({"alert-lifecycle.md", "zh/alert-lifecycle.md"})
  void everyStepIsExplained(String name) throws IOException {
    String page = Files.readString(page(name));
    assertThat(Arrays.stream(Action.values()).map(Action::wireName))
        .allSatisfy(
            word -> assertThat(page).containsPattern("(?m)^\\|[^|]*\\b" + word + "\\b[^|]*\\|"));
  }

  private static Path page(String name) {
    return Path.of(System.getProperty("waymark.root", "../.."), "docs").resolve(name);
  }
}
