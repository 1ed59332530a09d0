package io.waymark.cli.bulk;

import io.waymark.cli.bulk.CsvRows.Row;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The rows of a file that were refused, to be mended and sent again. */
public final class RefusedRows {
  /** Name of the column that is added. */
  public static final String REASON = "refused_because";

  /** One refused row. */
  public record Refused(Row row, String reason) {}

  private final List<Refused> refused = new ArrayList<>();

  /** Adds a row. */
  public void add(Row row, String reason) {
    refused.add(new Refused(row, reason));
  }

  /** How many. */
  public int size() {
    return refused.size();
  }

  /** All, in the order in which they were refused. */
  public List<Refused> all() {
    return List.copyOf(refused);
  }

  /**
   * Writes the rows beside the file that they came from, as NAME-refused.csv, and returns where.
   */
  public Path writeBeside(Path source, List<String> header) throws IOException {
    String name = source.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Path file = source.resolveSibling(stem + "-refused.csv");
    boolean again = !header.isEmpty() && header.getLast().equals(REASON);
    int width = again ? header.size() - 1 : header.size();
    try (BufferedWriter writer = Files.newBufferedWriter(file);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
      writer.write('\uFEFF'); // so that spreadsheets read it as UTF-8
      csv.printRecord(with(header, width, REASON));
      for (Refused row : refused) {
        csv.printRecord(with(row.row().cells(), width, row.reason()));
      }
    }
    return file;
  }

  private static List<String> with(List<String> cells, int width, String last) {
    List<String> row = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
    while (row.size() < width) {
      row.add("");
    }
    row.add(last);
    return row;
  }
}
