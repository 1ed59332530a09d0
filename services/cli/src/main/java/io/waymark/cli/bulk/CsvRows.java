package io.waymark.cli.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of rows under a line of column names.
 *
 * @param header the names as they stand in the file
 * @param rows the rows
 */
public record CsvRows(List<String> header, List<Row> rows) {
  /**
   * One row.
   *
   * @param line line of the file, counted from 1
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

  /**
   * Reads a file in UTF-8, with or without a byte order mark, or in GB18030 as Chinese spreadsheets
   * save it.
   *
   * @param aliases our own spelling of a column by what files may call it, in lower case
   */
  public static CsvRows read(Path file, Map<String, String> aliases) throws IOException {
    String text = decode(Files.readAllBytes(file));
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
      List<String> header = List.of();
      List<Row> rows = new ArrayList<>();
      long line = 1;
      for (CSVRecord record : parser) {
        List<String> cells = record.toList();
        if (header.isEmpty()) {
          header = cells;
        } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
          rows.add(new Row(line, cells, named(header, cells, aliases)));
        }
        line = parser.getCurrentLineNumber() + 1;
      }
      return new CsvRows(header, rows);
    }
  }

  /** True if a column is there, under whichever of its names. */
  public boolean has(String name, Map<String, String> aliases) {
    return header.stream().anyMatch(column -> spelling(column, aliases).equals(name));
  }

  private static Map<String, String> named(
      List<String> header, List<String> cells, Map<String, String> aliases) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
      named.put(spelling(header.get(i), aliases), cells.get(i));
    }
    return named;
  }

  private static String spelling(String column, Map<String, String> aliases) {
    String plain = column.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return aliases.getOrDefault(plain, plain);
  }

  private static String decode(byte[] bytes) throws IOException {
    String text;
    try {
      text = strictly(StandardCharsets.UTF_8, bytes);
    } catch (CharacterCodingException e) {
      text = strictly(Charset.forName("GB18030"), bytes);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
