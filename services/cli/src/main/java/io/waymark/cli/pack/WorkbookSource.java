package io.waymark.cli.pack;

import io.waymark.cli.pack.Fault.Severity;
import io.waymark.sheets.Cell;
import io.waymark.sheets.Limits;
import io.waymark.sheets.RowCursor;
import io.waymark.sheets.SheetException;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetRow;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.value.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the sheets of one workbook; each is named as its file would be, without the ending. */
final class WorkbookSource implements PackSource {
  private static final Expectation READABLE =
      new Expectation("可以读取的工作簿（.xlsx）", "a readable workbook (.xlsx)");

  private final Path path;
  private final Faults faults;
  private boolean refused;

  WorkbookSource(Path path, Faults faults) {
    this.path = path;
    this.faults = faults;
    faults.inWorkbook(path.getFileName().toString());
  }

  @Override
  public List<Row> rows(Sheet sheet) {
    if (refused) {
      return List.of();
    }
    try (SheetFile file = SheetFile.open(path, Limits.DEFAULT)) {
      boolean there = file.sheets().stream().anyMatch(s -> s.name().equals(sheet.title()));
      if (!there) {
        if (sheet.needed()) {
          fault(sheet, 0, "", "", new Expectation("工作簿中应有此表", "this sheet in the workbook"));
        }
        return List.of();
      }
      try (RowCursor cursor = file.rows(sheet.title())) {
        return read(sheet, cursor);
      }
    } catch (SheetException e) {
      refused = true;
      fault(sheet, 0, "", "", because(e.reason()));
    } catch (IOException e) {
      refused = true;
      fault(sheet, 0, "", String.valueOf(e.getMessage()), READABLE);
    }
    return List.of();
  }

  private List<Row> read(Sheet sheet, RowCursor cursor) throws IOException {
    Optional<SheetRow> first = cursor.next();
    if (first.isEmpty()) {
      fault(
          sheet,
          1,
          "",
          "",
          new Expectation("首行应为列名", "a first line with the names of the columns"));
      return List.of();
    }
    List<String> header = Table.header(first.get().texts(), sheet, faults);
    List<Row> rows = new ArrayList<>();
    for (Optional<SheetRow> row = cursor.next(); row.isPresent(); row = cursor.next()) {
      if (!row.get().isBlank()) {
        rows.add(row(sheet, header, row.get()));
      }
    }
    return rows;
  }

  private Row row(Sheet sheet, List<String> header, SheetRow found) {
    Map<String, String> cells = new HashMap<>();
    for (Map.Entry<Integer, Cell> entry : found.cells().entrySet()) {
      String column = entry.getKey() < header.size() ? header.get(entry.getKey()) : "";
      String text = entry.getValue().text().strip();
      entry
          .getValue()
          .trouble()
          .ifPresent(reason -> fault(sheet, found.number(), column, text, because(reason)));
      if (!column.isEmpty()) {
        cells.putIfAbsent(column, text);
      } else if (!text.isEmpty()) {
        fault(
            sheet, found.number(), "", text, new Expectation("位于某一列名之下", "a column's name above"));
      }
    }
    return new Row(sheet, found.number(), Set.copyOf(header), cells, faults);
  }

  private static Expectation because(Reason reason) {
    return new Expectation(SheetWords.CHINESE.say(reason), SheetWords.ENGLISH.say(reason));
  }

  private void fault(Sheet sheet, int row, String column, String value, Expectation expectation) {
    faults.add(new Fault(sheet.file(), row, column, value, expectation, Severity.ERROR));
  }
}
