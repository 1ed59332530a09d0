package io.waymark.sheets.form;

import io.waymark.sheets.CsvFile;
import io.waymark.sheets.Limits;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetWords;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The copy of a file in which its faulty rows come back: titles and headings as they were, the
 * faulty rows alone, and the reasons in a last column; in a workbook also at the cells themselves.
 * What landed is left out, so that the mended copy is sent as it is.
 */
public final class CorrectedCopy {
  private CorrectedCopy() {}

  /** Name of the copy of a file: 填报.xlsx comes back as 填报-refused.xlsx. */
  public static String nameFor(String fileName, SheetFile.Format format) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    return stem + "-refused" + (format == SheetFile.Format.XLSX ? ".xlsx" : ".csv");
  }

  /** Writes the copy; the stream stays open. */
  public static void write(
      Path source, Limits limits, List<CellFault> faults, SheetWords words, OutputStream out)
      throws IOException {
    Map<String, NavigableMap<Integer, List<CellFault>>> bySheet = bySheet(faults);
    SheetFile.Format format;
    try (SheetFile file = SheetFile.open(source, limits)) {
      format = file.format();
      if (file instanceof CsvFile csv) {
        String sheet = csv.sheets().getFirst().name();
        new CsvCopy(csv, words).write(bySheet.getOrDefault(sheet, new TreeMap<>()), out);
      }
    }
    if (format == SheetFile.Format.XLSX) {
      XlsxCopy.write(source, limits, bySheet, words, out);
    }
  }

  private static Map<String, NavigableMap<Integer, List<CellFault>>> bySheet(
      List<CellFault> faults) {
    return faults.stream()
        .collect(
            Collectors.groupingBy(
                fault -> fault.row().sheet(),
                LinkedHashMap::new,
                Collectors.groupingBy(
                    fault -> fault.row().number(), TreeMap::new, Collectors.toList())));
  }

  /** All reasons of a row in one text. */
  static String reasons(List<CellFault> faults, SheetWords words) {
    return faults.stream()
        .map(fault -> fault.say(words))
        .distinct()
        .collect(Collectors.joining(words.language().equals("zh") ? "；" : "; "));
  }
}
