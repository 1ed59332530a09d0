package io.waymark.cli.bulk;

import io.waymark.sheets.Cell;
import io.waymark.sheets.Limits;
import io.waymark.sheets.RowCursor;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of rows under a line of column names: CSV, or the first sheet of a workbook.
 *
 * @param header the names as they stand in the file
 * @param rows the rows
 */
public record CsvRows(List<String> header, List<Row> rows) {
  private static final long MEBIBYTE = 1024 * 1024;

  /** Files of questions are made by programs, and may be long. */
  private static final Limits LIMITS =
      new Limits(256 * MEBIBYTE, 1024 * MEBIBYTE, 100, 1_000_000, 1024, 1_000_000);

  /**
   * One row.
   *
   * @param line its number as a spreadsheet shows it
   * @param cells the cells as they stand in the file
   * @param named the cells by their columns' names in our own spelling
   */
  public record Row(long line, List<String> cells, Map<String, String> named) {
    /** A cell, stripped; empty where the file has no such column or the cell is blank. */
    public String get(String name) {
      return named.getOrDefault(name, "").strip();
    }
  }

  /** Copies. */
  public CsvRows {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Reads a file. */
  public static CsvRows read(Path file) throws IOException {
    List<String> header = List.of();
    List<Row> rows = new ArrayList<>();
    try (SheetFile sheets = SheetFile.open(file, LIMITS);
        RowCursor cursor = sheets.rows(sheets.sheets().getFirst().name())) {
      for (Optional<SheetRow> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        List<String> cells = texts(next.get());
        if (header.isEmpty()) {
          header = cells;
        } else {
          rows.add(new Row(next.get().number(), cells, named(header, cells)));
        }
      }
    }
    return new CsvRows(header, rows);
  }

  /** True if a column is there. */
  public boolean has(String name) {
    return header.stream().anyMatch(column -> spelling(column).equals(name));
  }

  /** The texts of a row, with what merged cells and failed formulas say left as it is. */
  private static List<String> texts(SheetRow row) {
    List<String> texts = new ArrayList<>();
    int width = row.cells().isEmpty() ? 0 : row.cells().lastKey() + 1;
    for (int i = 0; i < width; i++) {
      Cell cell = row.cell(i);
      texts.add(cell.text());
    }
    return texts;
  }

  private static Map<String, String> named(List<String> header, List<String> cells) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
      named.put(spelling(header.get(i)), cells.get(i));
    }
    return named;
  }

  private static String spelling(String column) {
    return column.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }
}
