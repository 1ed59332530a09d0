package io.waymark.sheets.form;

import io.waymark.sheets.Cell;
import io.waymark.sheets.RowCursor;
import io.waymark.sheets.SheetException;
import io.waymark.sheets.SheetFile;
import io.waymark.sheets.SheetFile.Sheet;
import io.waymark.sheets.SheetRow;
import io.waymark.sheets.value.Plain;
import io.waymark.sheets.value.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the filled-in rows of every sheet that has the form's headings. */
final class FormReader<R> {
  /** How a row becomes a request; empty after a fault. */
  interface Reader<R> {
    /**
     * The request of a row, what tells rows apart that must not be there twice, and its subject.
     */
    record Read<R>(String subject, String once, R request) {}

    Optional<Read<R>> read(Filled row);
  }

  private static final int TITLE_ROWS = 20;
  private static final int MOST_ROWS = 20_000;
  private static final Pattern UNIT_LINE = Pattern.compile("单位[::]\\s*([^\\s()]+)");

  /** The part of a field that stands in one cell with the others: [0] of obstacle_kinds[0]. */
  private static final Pattern ITEM = Pattern.compile("\\[.*");

  private final Form form;
  private final SheetFile file;
  private final Reader<R> reader;
  private final List<Batch.Item<R>> items = new ArrayList<>();
  private final List<CellFault> faults = new ArrayList<>();
  private final List<Reason> notices = new ArrayList<>();
  private final Map<String, RowRef> seen = new HashMap<>();
  private int leftEmpty;
  private int rows;

  FormReader(Form form, SheetFile file, Reader<R> reader) {
    this.form = form;
    this.file = file;
    this.reader = reader;
  }

  Batch<R> read() throws IOException {
    String firstHeadings = "";
    int read = 0;
    for (Sheet sheet : file.sheets()) {
      if (!sheet.hidden()) {
        try (RowCursor cursor = file.rows(sheet.name())) {
          Sought sought = seek(cursor);
          if (sought.layout().isPresent()) {
            read++;
            readRows(sought.layout().get(), cursor);
          } else if (firstHeadings.isEmpty()) {
            firstHeadings = sought.firstRow();
          }
        }
      }
    }
    if (read == 0) {
      throw new SheetException(Reason.of(form.name() + ".headings", firstHeadings));
    }
    if (rows == 0) {
      throw new SheetException(Reason.of("form.noRows"));
    }
    return new Batch<>(items, faults, leftEmpty, notices);
  }

  private record Sought(Optional<Layout> layout, String firstRow) {}

  private Sought seek(RowCursor cursor) throws IOException {
    String first = "";
    String unit = "";
    for (int i = 0; i < TITLE_ROWS; i++) {
      Optional<SheetRow> row = cursor.next();
      if (row.isEmpty()) {
        break;
      }
      List<Layout.Twice> twice = new ArrayList<>();
      Optional<Layout> layout = Layout.of(row.get(), form, unit, twice);
      if (layout.isPresent()) {
        refuseTwice(layout.get(), twice);
        layout.get().unused(form).ifPresent(notices::add);
        return new Sought(layout, first);
      }
      String texts = String.join(",", row.get().texts());
      first = first.isEmpty() ? texts : first;
      unit = statedUnit(row.get()).orElse(unit);
    }
    return new Sought(Optional.empty(), first);
  }

  private static void refuseTwice(Layout layout, List<Layout.Twice> twice) throws SheetException {
    if (!twice.isEmpty()) {
      Layout.Twice one = twice.getFirst();
      throw new SheetException(
          Reason.of(
              "form.twice",
              layout.sheet(),
              layout.headings().getOrDefault(one.first(), ""),
              layout.headings().getOrDefault(one.second(), "")));
    }
  }

  private static Optional<String> statedUnit(SheetRow row) {
    for (Cell cell : row.cells().values()) {
      Matcher unit = UNIT_LINE.matcher(Plain.of(cell.text()));
      if (unit.find()) {
        return Optional.of(unit.group(1));
      }
    }
    return Optional.empty();
  }

  private void readRows(Layout layout, RowCursor cursor) throws IOException {
    for (Optional<SheetRow> row = cursor.next(); row.isPresent(); row = cursor.next()) {
      if (++rows > MOST_ROWS) {
        throw new SheetException(Reason.of("file.rows", layout.sheet(), MOST_ROWS));
      }
      Filled filled = new Filled(layout, row.get(), file.since1904());
      if (!filled.says(form.inputs())) {
        leftEmpty++;
      } else {
        take(layout, filled);
      }
    }
  }

  private void take(Layout layout, Filled row) {
    Optional<Reader.Read<R>> read = reader.read(row);
    if (row.faults().isEmpty() && read.isPresent()) {
      RowRef earlier = seen.putIfAbsent(read.get().once(), row.ref());
      if (earlier != null) {
        row.fault(form.subjects().getFirst(), Reason.of("form.again", earlier.number()));
      } else {
        Reader.Read<R> good = read.get();
        items.add(new Batch.Item<>(row.ref(), fields(layout), good.subject(), good.request()));
      }
    }
    faults.addAll(row.faults());
  }

  private static Batch.Fields fields(Layout layout) {
    return (row, field, reason) -> {
      String whole = ITEM.matcher(field).replaceFirst("");
      int column = layout.column(whole);
      String heading = column < 0 ? whole : layout.heading(whole);
      return new CellFault(row, column, heading, reason);
    };
  }

  /** Adds a notice once. */
  void notice(Reason notice) {
    if (!notices.contains(notice)) {
      notices.add(notice);
    }
  }
}
