package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is what was imported, byte for byte after normalisation. */
class RoundTripTest {
  private final FakeServices services =
      new FakeServices(() -> Instant.parse("2027-06-30T01:00:00Z"));

  @AfterEach
  void close() {
    services.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wuhan-15", "wuhan-annual-2025", "wuhan-wedz-14"})
  void whatIsExportedIsWhatWasImported(String pack, @TempDir Path out) throws IOException {
    Path in = PackFolder.wuhan().resolveSibling(pack);
    var _ = load(in);

    List<Path> written = PackWriter.folder(loaded(pack), out);

    assertThat(written)
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(sheets(in));
    for (Path file : written) {
      Path original = in.resolve(file.getFileName());
      assertThat(Files.readString(file)).as(file.toString()).isEqualTo(NormalisedPack.of(original));
    }
    assertThat(PlanPack.read(out).faults()).isEmpty();
    assertThat(load(out).changedNothing()).as("what was written says what is there").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wuhan-15", "wuhan-annual-2025", "wuhan-wedz-14"})
  void aWorkbookSaysWhatTheFolderSays(String pack, @TempDir Path out) throws IOException {
    Path in = PackFolder.wuhan().resolveSibling(pack);
    PackCells folder = PlanPack.read(in).pack().orElseThrow().cells();
    Path workbook = out.resolve("pack.xlsx");

    PackWriter.write(folder, workbook);
    PackReading reading = PlanPack.read(workbook);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.pack().orElseThrow().cells()).isEqualTo(folder);
    var _ = load(workbook);
    assertThat(loaded(pack)).isEqualTo(folder);
  }

  @Test
  void aFaultInAWorkbookIsNamedBySheetRowAndColumn(@TempDir Path out) throws IOException {
    Path workbook = out.resolve("pack.xlsx");
    try (var stream = Files.newOutputStream(workbook);
        var writer = new io.waymark.sheets.WorkbookWriter(stream)) {
      writer
          .sheet("plan", List.of("plan_id", "name_zh", "name_en", "start", "end"))
          .row(List.of("p1", "规划", "Plan", "2026年", "2030-12-31"));
    }

    assertThat(PlanPack.read(workbook).faults())
        .extracting(Fault::file, Fault::row, Fault::column)
        .contains(
            org.assertj.core.groups.Tuple.tuple("pack.xlsx [plan]", 2, "start"),
            org.assertj.core.groups.Tuple.tuple("pack.xlsx [targets]", 0, ""));
  }

  @Test
  void everyColumnOfEverySheetComesBack(@TempDir Path in, @TempDir Path out) throws IOException {
    FullPack.write(in);
    PackReading reading = PlanPack.read(in);
    assertThat(reading.faults()).isEmpty();
    for (Sheet sheet : Sheet.values()) {
      // The fixture fills every column there is; a new one has to be filled there too.
      assertThat(reading.pack().orElseThrow().cells().columns(sheet))
          .as(sheet.title())
          .containsExactlyElementsOf(sheet.columns());
    }
    var _ = load(in);

    PackWriter.folder(loaded("full"), out);

    for (Sheet sheet : Sheet.values()) {
      assertThat(Files.readString(out.resolve(sheet.file())))
          .as(sheet.title())
          .isEqualTo(NormalisedPack.of(in.resolve(sheet.file())));
    }
    assertThat(load(out).changedNothing()).isTrue();
  }

  @Test
  void plansThatShareBureausAreExportedApart(@TempDir Path in) throws IOException {
    var _ = load(PackFolder.wuhan());
    FullPack.write(in);
    var _ = load(in);

    assertThat(loaded("full").of(Sheet.BUREAUS)).hasSize(3);
    assertThat(loaded("wuhan-15").of(Sheet.BUREAUS)).hasSize(33);
    assertThat(loaded("wuhan-15").of(Sheet.PROJECTS)).hasSize(551);
  }

  private LoadReport load(Path path) {
    return new PackLoader(services.door("cli"), (stage, done, total) -> {})
        .load(PlanPack.read(path).pack().orElseThrow());
  }

  private PackCells loaded(String planId) {
    Door door = services.door("cli");
    return LoadedPack.read(Keepers.of(door, Door.PLAN_OFFICE), planId).orElseThrow();
  }

  private static List<String> sheets(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .toList();
    }
  }
}
