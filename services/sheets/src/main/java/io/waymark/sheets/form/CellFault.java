package io.waymark.sheets.form;

import io.waymark.sheets.Columns;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.value.Reason;

/**
 * What is wrong with a cell, or with a whole row.
 *
 * @param row where
 * @param column its column, from 0; {@link #WHOLE_ROW} if it is no single cell's fault
 * @param heading the column's heading as it stands in the file, or our name of a field that has no
 *     column there; empty for a whole row
 * @param reason what is wrong, and what is expected
 */
public record CellFault(RowRef row, int column, String heading, Reason reason) {
  /** No single cell is at fault. */
  public static final int WHOLE_ROW = -1;

  /** For example {@code F3}; {@code 3} for a whole row. */
  public String place() {
    return (column == WHOLE_ROW ? "" : Columns.letter(column)) + row.number();
  }

  /** The sentence, with the heading before it. */
  public String say(SheetWords words) {
    String said = words.say(reason);
    String shown = column == WHOLE_ROW ? words.getOr("field." + heading, heading) : heading;
    return heading.isEmpty() ? said : words.get("fault.cell", shown, said);
  }
}
