package io.waymark.cli.pack;

import io.waymark.sheets.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a pack in canonical form: the same pack always gives the same bytes. */
public final class PackWriter {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private PackWriter() {}

  /** True if the name is that of a workbook; anything else is a folder. */
  public static boolean isWorkbook(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  /**
   * Writes a workbook or a folder, as the name says.
   *
   * @return the files written
   */
  public static List<Path> write(PackCells cells, Path path) throws IOException {
    if (!isWorkbook(path)) {
      return folder(cells, path);
    }
    try (OutputStream out = Files.newOutputStream(path);
        WorkbookWriter workbook = new WorkbookWriter(out)) {
      for (Sheet sheet : Sheet.values()) {
        if (isWritten(cells, sheet)) {
          workbook(cells, sheet, workbook);
        }
      }
    }
    return List.of(path);
  }

  private static void workbook(PackCells cells, Sheet sheet, WorkbookWriter workbook) {
    List<String> columns = cells.columns(sheet);
    WorkbookWriter.Sheet written = workbook.sheet(sheet.title(), columns);
    for (Map<String, String> row : cells.of(sheet)) {
      written.row(columns.stream().map(column -> row.getOrDefault(column, "")).toList());
    }
  }

  private static boolean isWritten(PackCells cells, Sheet sheet) {
    return sheet.needed() || !cells.of(sheet).isEmpty();
  }

  /**
   * Writes a folder of CSV in UTF-8; a sheet without rows is written only if every pack has it.
   *
   * @return the files written
   */
  public static List<Path> folder(PackCells cells, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (Sheet sheet : Sheet.values()) {
      if (isWritten(cells, sheet)) {
        Path file = folder.resolve(sheet.file());
        Files.writeString(file, csv(cells, sheet), StandardCharsets.UTF_8);
        written.add(file);
      }
    }
    return written;
  }

  /** One sheet as CSV. */
  static String csv(PackCells cells, Sheet sheet) {
    StringBuilder text = new StringBuilder();
    List<String> columns = cells.columns(sheet);
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(columns);
      for (Map<String, String> row : cells.of(sheet)) {
        printer.printRecord(columns.stream().map(column -> row.getOrDefault(column, "")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
