package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is exported is what was imported, byte for byte after normalisation. The import is
 * normalised here from the raw text of its files, by nothing of what reads and writes packs.
 */
class RoundTripTest {
  private static final Map<String, Map<String, String>> DEFAULTS =
      Map.of(
          "indicators.csv", Map.of("reporting_frequency", "yearly"),
          "targets.csv", Map.of("binding", "false"),
          "projects.csv", Map.of("reporting_frequency", "quarterly"),
          "observations.csv", Map.of("exactness", "exact", "use", "series"));

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
      assertThat(Files.readString(file)).as(file.toString()).isEqualTo(normalised(original));
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
          .isEqualTo(normalised(in.resolve(sheet.file())));
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

  private static String normalised(Path file) throws IOException {
    String name = file.getFileName().toString();
    Sheet sheet =
        Arrays.stream(Sheet.values()).filter(s -> s.file().equals(name)).findFirst().orElseThrow();
    List<Map<String, String>> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setTrim(true).get();
    try (CSVParser parser =
        CSVParser.parse(Files.readString(file, StandardCharsets.UTF_8), format)) {
      for (CSVRecord row : parser) {
        Map<String, String> cells = new LinkedHashMap<>(row.toMap());
        DEFAULTS
            .getOrDefault(name, Map.of())
            .forEach((column, text) -> {
              if (cells.getOrDefault(column, "").isEmpty()) {
                cells.put(column, text);
              }
            });
        cells.computeIfPresent("assumed", (column, text) -> inOrder(sheet, text));
        rows.add(cells);
      }
    }
    Set<String> used = new TreeSet<>();
    rows.forEach(row ->
        row.forEach((column, text) -> {
          if (!text.isEmpty()) {
            used.add(column);
          }
        }));
    Set<String> columns = new LinkedHashSet<>(sheet.columns());
    columns.removeIf(c -> !used.contains(c) && !sheet.required().contains(c));
    List<String> lines = new ArrayList<>();
    rows.stream()
        .sorted(
            java.util.Comparator.comparing((Map<String, String> row) -> PackCells.key(sheet, row))
                .thenComparing(row -> PackCells.canonical(sheet, row).toString()))
        .forEach(
            row -> lines.add(line(columns.stream().map(c -> row.getOrDefault(c, "")).toList())));
    return line(List.copyOf(columns)) + String.join("", lines);
  }

  private static String inOrder(Sheet sheet, String names) {
    List<String> given = Arrays.asList(names.split(";"));
    return String.join(";", sheet.columns().stream().filter(given::contains).toList());
  }

  private static String line(List<String> cells) {
    List<String> quoted =
        cells.stream()
            .map(cell ->
                cell.matches("(?s).*[\",\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
            .toList();
    return String.join(",", quoted) + "\n";
  }
}
