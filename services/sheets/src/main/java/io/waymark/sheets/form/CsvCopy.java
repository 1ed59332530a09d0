package io.waymark.sheets.form;

import io.waymark.sheets.Cell;
import io.waymark.sheets.CsvFile;
import io.waymark.sheets.RowCursor;
import io.waymark.sheets.SheetRow;
import io.waymark.sheets.SheetWords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;

/**
 * The faulty rows of a CSV file, in its own encoding and with its own separators. UTF-8 gets a byte
 * order mark, without which spreadsheets take it for something else.
 */
final class CsvCopy {
  private static final int TITLE_ROWS = 20;

  private final CsvFile file;
  private final SheetWords words;

  CsvCopy(CsvFile file, SheetWords words) {
    this.file = file;
    this.words = words;
  }

  void write(Map<Integer, List<CellFault>> faults, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, file.encoding().charset());
    if (file.encoding().marked() || file.encoding().charset().equals(StandardCharsets.UTF_8)) {
      writer.write('\uFEFF');
    }
    CSVPrinter printer = new CSVPrinter(writer, file.style());
    try (RowCursor cursor = file.rows(file.sheets().getFirst().name())) {
      int reason = -1;
      for (Optional<SheetRow> row = cursor.next(); row.isPresent(); row = cursor.next()) {
        int number = row.get().number();
        if (reason < 0 && number <= TITLE_ROWS && !faults.containsKey(number)) {
          reason = heading(row.get());
          printer.printRecord(
              reason < 0
                  ? texts(row.get())
                  : with(texts(row.get()), reason, Form.reasonHeading(words)));
        } else if (faults.containsKey(number)) {
          String why = CorrectedCopy.reasons(faults.getOrDefault(number, List.of()), words);
          printer.printRecord(with(texts(row.get()), reason, why));
        }
      }
    }
    printer.flush();
  }

  /** The column for the reasons if these are the headings; -1 if they are not. */
  private static int heading(SheetRow row) {
    boolean headings =
        Layout.of(row, Form.REPORT, "", new ArrayList<>()).isPresent()
            || Layout.of(row, Form.OBSERVATION, "", new ArrayList<>()).isPresent();
    if (!headings) {
      return -1;
    }
    return row.cells().values().stream()
        .filter(cell -> Form.REPORT.isReason(cell.text()))
        .map(Cell::column)
        .findFirst()
        .orElseGet(() -> row.cells().isEmpty() ? 0 : row.cells().lastKey() + 1);
  }

  private static List<String> texts(SheetRow row) {
    List<String> texts = new ArrayList<>();
    row.cells().values().forEach(cell -> texts.add(cell.text()));
    return texts;
  }

  private static List<String> with(List<String> cells, int column, String text) {
    List<String> row = new ArrayList<>(cells);
    while (row.size() <= column) {
      row.add("");
    }
    row.set(column, text);
    return row;
  }
}
