package io.waymark.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show is what is read. */
class DocsTest {
  private static final Path DOCS = Path.of(System.getProperty("waymark.root", "../.."), "docs");

  @ParameterizedTest
  @ValueSource(strings = {"rulebooks.md", "zh/rulebooks.md"})
  void theExampleOfTheFormatIsARulebook(String file) throws IOException {
    String page = Files.readString(DOCS.resolve(file));
    int from = page.indexOf("```yaml\n") + "```yaml\n".length();

    RulebookReader.Reading reading =
        RulebookReader.read("example.yaml", page.substring(from, page.indexOf("```", from)));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rulebook().orElseThrow().name()).isEqualTo("binjiang");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rulebooks.md", "zh/rulebooks.md"})
  void everyShippedRulebookHasItsRow(String file) throws IOException {
    String page = Files.readString(DOCS.resolve(file));

    assertThat(Rulebooks.shipped().names())
        .allSatisfy(name -> assertThat(page).contains("| `" + name + "`"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evaluation.md", "zh/evaluation.md"})
  void theExampleOfASchemeIsAScheme(String file) throws IOException {
    String page = Files.readString(DOCS.resolve(file));
    int from = page.indexOf("```yaml\n") + "```yaml\n".length();

    SchemeReader.Reading reading =
        SchemeReader.read("example.yaml", page.substring(from, page.indexOf("```", from)));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.scheme().orElseThrow().name()).isEqualTo("binjiang-index");
  }
}
