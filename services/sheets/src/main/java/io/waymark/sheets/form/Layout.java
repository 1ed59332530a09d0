package io.waymark.sheets.form;

import io.waymark.sheets.Cell;
import io.waymark.sheets.SheetRow;
import io.waymark.sheets.value.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a sheet holds what.
 *
 * @param sheet the sheet
 * @param headingRow number of the row of headings; what stands above is a title
 * @param columns columns by our names
 * @param headings the headings as they stand there, by column
 * @param statedUnit what the title says of units (单位：万元); empty if nothing
 */
record Layout(
    String sheet,
    int headingRow,
    Map<String, Integer> columns,
    Map<Integer, String> headings,
    String statedUnit) {

  /** Two columns that mean the same. */
  record Twice(String field, int first, int second) {}

  /** Reads a row of headings; empty if it has not at least a subject and one more known column. */
  static Optional<Layout> of(SheetRow row, Form form, String statedUnit, List<Twice> twice) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    Map<Integer, String> headings = new HashMap<>();
    List<Twice> found = new ArrayList<>();
    for (Cell cell : row.cells().values()) {
      if (cell.isBlank()) {
        continue;
      }
      String heading = cell.text().strip();
      headings.put(cell.column(), heading);
      form.field(heading)
          .ifPresent(field -> {
            Integer earlier = columns.putIfAbsent(field.name(), cell.column());
            if (earlier != null) {
              found.add(new Twice(field.name(), earlier, cell.column()));
            }
          });
    }
    boolean subject = form.subjects().stream().anyMatch(columns::containsKey);
    if (!subject || columns.size() < 2) {
      return Optional.empty();
    }
    twice.addAll(found);
    return Optional.of(new Layout(row.sheet(), row.number(), columns, headings, statedUnit));
  }

  /** Column of a field; -1 if the sheet has none. */
  int column(String field) {
    return columns.getOrDefault(field, CellFault.WHOLE_ROW);
  }

  /** The heading of a field as it stands there; our name of it if it has no column. */
  String heading(String field) {
    return headings.getOrDefault(column(field), field);
  }

  /** The unit in which a field's bare numbers are: of the heading, else of the title. */
  String unit(String field) {
    String own = Field.unit(headings.getOrDefault(column(field), ""));
    return own.isEmpty() ? statedUnit : own;
  }

  /** Columns that the form does not know. */
  Optional<Reason> unused(Form form) {
    List<String> unknown =
        headings.values().stream()
            .filter(heading -> form.field(heading).isEmpty() && !form.isReason(heading))
            .sorted()
            .toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(Reason.of("notice.unused", sheet, String.join("、", unknown)));
  }
}
