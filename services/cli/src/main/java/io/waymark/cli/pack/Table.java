package io.waymark.cli.pack;

import io.waymark.cli.pack.Fault.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one file of a pack into rows and names what is wrong with its form. */
final class Table {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

  private final Sheet sheet;
  private final Faults faults;

  private Table(Sheet sheet, Faults faults) {
    this.sheet = sheet;
    this.faults = faults;
  }

  /** The rows of a sheet below its header, as far as they can be told apart. */
  static List<Row> read(Path folder, Sheet sheet, Faults faults) {
    return new Table(sheet, faults).rows(folder.resolve(sheet.file()));
  }

  /** A sheet's header, checked; its columns come by the places of the cells. */
  static List<String> header(List<String> names, Sheet sheet, Faults faults) {
    return new Table(sheet, faults).header(names);
  }

  private List<Row> rows(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      missingFile();
      return List.of();
    } catch (IOException e) {
      fault(0, "", String.valueOf(e.getMessage()), new Expectation("可以读取的文件", "a readable file"));
      return List.of();
    }
    return parse(Utf8.decode(sheet.file(), bytes, faults));
  }

  private void missingFile() {
    if (sheet.needed()) {
      fault(0, "", "", new Expectation("文件夹中应有此文件", "this file in the folder"));
    }
  }

  private List<Row> parse(String text) {
    List<Row> rows = new ArrayList<>();
    long line = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      List<String> header = List.of();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        line = parser.getCurrentLineNumber();
        int row = (int) line - lineBreaksIn(record);
        if (header.isEmpty()) {
          header = header(record.toList());
        } else {
          rows.add(row(header, record, row));
        }
      }
      if (header.isEmpty()) {
        fault(1, "", "", new Expectation("首行应为列名", "a first line with the names of the columns"));
      }
    } catch (IOException | UncheckedIOException e) {
      // Quotes that do not pair up hide where the next row begins: nothing below can be told apart.
      fault(
          (int) line + 1,
          "",
          "\"",
          new Expectation(
              "成对的引号；此行及以下未能读取", "quotes in pairs; this row and those below could not be read"));
    }
    return rows;
  }

  private static int lineBreaksIn(CSVRecord record) {
    int breaks = 0;
    for (String cell : record) {
      breaks += (int) cell.chars().filter(c -> c == '\n').count();
    }
    return breaks;
  }

  private List<String> header(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!sheet.columns().contains(name)) {
        fault(1, name, name, Expectation.oneOf(sheet.columns()));
      } else if (!seen.add(name)) {
        fault(1, name, name, new Expectation("列名不重复", "each column once"));
      }
    }
    for (String name : sheet.required()) {
      if (!seen.contains(name)) {
        fault(1, name, "", new Expectation("应有此列", "this column"));
      }
    }
    return names;
  }

  private Row row(List<String> header, CSVRecord record, int row) {
    if (record.size() != header.size()) {
      fault(
          row,
          "",
          record.size() + "",
          new Expectation(
              header.size() + " 个单元格，与列名一致", header.size() + " cells, as many as columns"));
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
      cells.putIfAbsent(header.get(i), record.get(i));
    }
    return new Row(sheet, row, Set.copyOf(header), cells, faults);
  }

  private void fault(int row, String column, String value, Expectation expectation) {
    faults.add(new Fault(sheet.file(), row, column, value, expectation, Severity.ERROR));
  }
}
