package io.waymark.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of one's own rulebooks. */
class OwnRulebooksTest {
  private static final String RPMC = Rulebooks.shipped().yaml("rpmc").orElseThrow();

  @TempDir Path folder;

  private static String mine(int version) {
    return RPMC.replace("rulebook: rpmc", "rulebook: mine")
        .replace("version: 1", "version: " + version);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void areKnownBesideTheShippedOnesInEveryVersion() throws IOException {
    write("mine@1.yaml", mine(1));
    write("mine@2.yml", mine(2));
    write("notes.txt", "no rulebook");

    Rulebooks.Loaded loaded = Rulebooks.with(folder);

    assertThat(loaded.faults()).isEmpty();
    assertThat(loaded.rulebooks().names()).contains("waymark", "mine");
    assertThat(loaded.rulebooks().named("mine").orElseThrow().version()).isEqualTo(2);
    assertThat(loaded.rulebooks().named("mine@1")).isPresent();
    assertThat(Rulebooks.shipped().named("mine")).isEmpty();
  }

  @Test
  void aBrokenOneIsNamedAndTheOthersStand() throws IOException {
    write("a.yaml", mine(1));
    write("b.yaml", mine(2).replace("kind: points", "kind: guess"));

    Rulebooks.Loaded loaded = Rulebooks.with(folder);

    assertThat(loaded.faults())
        .extracting(Fault::file, Fault::key)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("b.yaml", "position.kind"));
    assertThat(loaded.rulebooks().named("mine@1")).isPresent();
  }

  @Test
  void aNameThatShipsIsNotReplaced() throws IOException {
    write("rpmc.yaml", RPMC.replace("version: 1", "version: 9"));

    Rulebooks.Loaded loaded = Rulebooks.with(folder);

    assertThat(loaded.faults())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.text().en())
                .startsWith("rpmc.yaml rulebook: rpmc (expected: a name that"));
    assertThat(loaded.rulebooks().named("rpmc").orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void aVersionIsGivenOnce() throws IOException {
    write("a.yaml", mine(1));
    write("b.yaml", mine(1).replace("at_least: 10", "at_least: 11"));

    assertThat(Rulebooks.with(folder).faults())
        .extracting(fault -> fault.text().en())
        .containsExactly("b.yaml version: mine@1 (expected: a version that no other file has)");
  }

  @Test
  void aFolderThatIsNotThereIsAFault() {
    assertThat(Rulebooks.with(folder.resolve("gone")).faults()).hasSize(1);
  }

  @Test
  void bytesThatAreNoTextAreAFault() throws IOException {
    Files.write(folder.resolve("a.yaml"), "版本".getBytes(StandardCharsets.UTF_16));
    assertThat(Rulebooks.with(folder).faults()).hasSize(1);
  }
}
