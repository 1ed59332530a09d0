package io.waymark.sheets;

import java.util.List;
import java.util.NavigableMap;
import java.util.stream.IntStream;

/**
 * One row that has something in it.
 *
 * @param sheet name of its sheet; of a CSV file, the file's name without its ending
 * @param number its number as the spreadsheet shows it, from 1
 * @param cells its cells that are there, by column
 */
public record SheetRow(String sheet, int number, NavigableMap<Integer, Cell> cells) {
  /** The cell of a column; blank if there is none. */
  public Cell cell(int column) {
    Cell cell = cells.get(column);
    return cell == null ? Cell.text(column, "") : cell;
  }

  /** What the cell of a column says, without blanks at its ends. */
  public String text(int column) {
    return cell(column).text().strip();
  }

  /** The texts of all cells from the first column to the last that is there. */
  public List<String> texts() {
    int width = cells.isEmpty() ? 0 : cells.lastKey() + 1;
    return IntStream.range(0, width).mapToObj(this::text).toList();
  }

  /** True if no cell says anything. */
  public boolean isBlank() {
    return cells.values().stream().allMatch(Cell::isBlank);
  }
}
