package io.waymark.cli.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * A pack's files as an export writes them: columns and rows in order, what is left out filled in,
 * contributions without noughts at the end (the registry adds them up, and keeps 9.50 as 9.5). They
 * are made from the raw text, by nothing of what reads and writes packs.
 */
final class NormalisedPack {
  private static final Map<String, Map<String, String>> DEFAULTS =
      Map.of(
          "indicators.csv", Map.of("reporting_frequency", "yearly"),
          "targets.csv", Map.of("binding", "false"),
          "projects.csv", Map.of("reporting_frequency", "quarterly"),
          "observations.csv", Map.of("exactness", "exact", "use", "series"));

  private NormalisedPack() {}

  /**
   * For the black box test, which sees no class of ours: writes the pack that fills every column,
   * then each pack of a folder of packs normalised.
   */
  public static void main(String[] arguments) throws IOException {
    Path packs = Path.of(arguments[0]);
    FullPack.write(Files.createDirectories(packs.resolve(FullPack.PLAN)));
    try (var files = Files.find(packs, 2, (file, kind) -> file.toString().endsWith(".csv"))) {
      for (Path file : files.toList()) {
        Path out = Path.of(arguments[1]).resolve(packs.relativize(file));
        Files.createDirectories(out.resolveSibling("."));
        Files.writeString(out, of(file));
      }
    }
  }

  static String of(Path file) throws IOException {
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
        cells.computeIfPresent(
            "amount", (column, text) -> text.contains(".") ? text.replaceAll("\\.?0+$", "") : text);
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
