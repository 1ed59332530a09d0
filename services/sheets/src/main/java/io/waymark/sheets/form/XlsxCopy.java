package io.waymark.sheets.form;

import io.waymark.sheets.Cell;
import io.waymark.sheets.Limits;
import io.waymark.sheets.RowCursor;
import io.waymark.sheets.SheetException;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetRow;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.Span;
import io.waymark.sheets.value.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The faulty rows of a workbook. First the rows that landed are cut out of the sheets' XML as a
 * stream, and only the rest is opened as a whole to be marked: so a workbook of many rows never
 * stands in memory.
 */
final class XlsxCopy {
  private static final int TITLE_ROWS = 20;

  /**
   * What of a sheet is kept.
   *
   * @param headingRow the row of headings; all rows down to it stay
   * @param reasonColumn the column for the reasons
   * @param rows new numbers of the faulty rows by their old ones
   * @param spread texts of merged cells that a kept row had from a row above, by new row and column
   */
  record Plan(
      int headingRow,
      int reasonColumn,
      NavigableMap<Integer, Integer> rows,
      Map<Integer, Map<Integer, String>> spread) {}

  private XlsxCopy() {}

  static void write(
      Path source,
      Limits limits,
      Map<String, NavigableMap<Integer, List<CellFault>>> faults,
      SheetWords words,
      OutputStream out)
      throws IOException {
    Map<String, Plan> plans = new HashMap<>();
    try (SheetFile file = SheetFile.open(source, limits)) {
      for (SheetFile.Sheet sheet : file.sheets()) {
        plan(file, sheet, faults.getOrDefault(sheet.name(), new TreeMap<>()))
            .ifPresent(plan -> plans.put(sheet.name(), plan));
      }
    }
    Path copy = Files.createTempFile("waymark-", ".xlsx");
    try {
      Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
      mark(copy, plans, faults, words, out);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Empty for a sheet that is no form. */
  private static Optional<Plan> plan(
      SheetFile file, SheetFile.Sheet sheet, NavigableMap<Integer, List<CellFault>> faults)
      throws IOException {
    if (sheet.hidden()) {
      return Optional.empty();
    }
    try (RowCursor cursor = file.rows(sheet.name())) {
      Optional<SheetRow> headings = headings(cursor);
      if (headings.isEmpty()) {
        return Optional.empty();
      }
      int headingRow = headings.get().number();
      TreeMap<Integer, Integer> rows = new TreeMap<>();
      Map<Integer, Map<Integer, String>> spread = new HashMap<>();
      for (Optional<SheetRow> row = cursor.next(); row.isPresent(); row = cursor.next()) {
        int number = row.get().number();
        if (faults.containsKey(number)) {
          int fresh = headingRow + rows.size() + 1;
          rows.put(number, fresh);
          spread.put(fresh, spread(row.get()));
        }
      }
      return Optional.of(new Plan(headingRow, reasonColumn(headings.get()), rows, spread));
    }
  }

  private static Optional<SheetRow> headings(RowCursor cursor) throws IOException {
    for (int i = 0; i < TITLE_ROWS; i++) {
      Optional<SheetRow> row = cursor.next();
      if (row.isEmpty()) {
        return row;
      }
      if (Layout.of(row.get(), Form.REPORT, "", new ArrayList<>()).isPresent()
          || Layout.of(row.get(), Form.OBSERVATION, "", new ArrayList<>()).isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  private static int reasonColumn(SheetRow headings) {
    return headings.cells().values().stream()
        .filter(cell -> Form.REPORT.isReason(cell.text()))
        .map(Cell::column)
        .findFirst()
        .orElseGet(() -> headings.cells().lastKey() + 1);
  }

  private static Map<Integer, String> spread(SheetRow row) {
    Map<Integer, String> texts = new HashMap<>();
    for (Cell cell : row.cells().values()) {
      Optional<Span> above = cell.merged().filter(span -> span.firstRow() < row.number());
      if (above.isPresent() && !cell.isBlank()) {
        texts.put(cell.column(), cell.text());
      }
    }
    return texts;
  }

  private static void mark(
      Path copy,
      Map<String, Plan> plans,
      Map<String, NavigableMap<Integer, List<CellFault>>> faults,
      SheetWords words,
      OutputStream out)
      throws IOException {
    try (OPCPackage file = OPCPackage.open(copy.toFile(), PackageAccess.READ_WRITE)) {
      try {
        cut(file, plans);
        try (XSSFWorkbook workbook = new XSSFWorkbook(file)) {
          for (Map.Entry<String, Plan> plan : plans.entrySet()) {
            new Marks(workbook, words)
                .mark(
                    workbook.getSheet(plan.getKey()),
                    plan.getValue(),
                    faults.getOrDefault(plan.getKey(), new TreeMap<>()));
          }
          workbook.write(out);
          file.revert(); // the copy itself is thrown away
        }
      } catch (XMLStreamException e) {
        file.revert();
        throw new SheetException(Reason.of("file.broken"), e);
      }
    } catch (OpenXML4JException e) {
      throw new SheetException(Reason.of("file.broken"), e);
    }
  }

  private static void cut(OPCPackage file, Map<String, Plan> plans)
      throws IOException, OpenXML4JException, XMLStreamException {
    XSSFReader.SheetIterator sheets = new XSSFReader(file).getSheetIterator();
    Map<PackagePart, byte[]> shortened = new HashMap<>();
    while (sheets.hasNext()) {
      try (InputStream in = sheets.next()) {
        Plan plan = plans.get(sheets.getSheetName());
        if (plan != null) {
          ByteArrayOutputStream rest = new ByteArrayOutputStream();
          RowFilter.copy(in, plan, rest);
          shortened.put(sheets.getSheetPart(), rest.toByteArray());
        }
      }
    }
    for (Map.Entry<PackagePart, byte[]> part : shortened.entrySet()) {
      try (OutputStream out = part.getKey().getOutputStream()) {
        out.write(part.getValue());
      }
    }
    // the order in which formulas are computed names cells that are gone
    for (PackagePart chain : file.getPartsByContentType(XSSFRelation.CALC_CHAIN.getContentType())) {
      file.getPartsByContentType(XSSFRelation.WORKBOOK.getContentType())
          .forEach(workbook -> forget(workbook, chain));
      file.removePart(chain);
    }
  }

  private static void forget(PackagePart workbook, PackagePart chain) {
    try {
      List<String> ids = new ArrayList<>();
      workbook
          .getRelationshipsByType(XSSFRelation.CALC_CHAIN.getRelation())
          .forEach(relation -> ids.add(relation.getId()));
      ids.forEach(workbook::removeRelationship);
    } catch (OpenXML4JException e) {
      throw new IllegalStateException("no relations of " + chain.getPartName(), e);
    }
  }
}
