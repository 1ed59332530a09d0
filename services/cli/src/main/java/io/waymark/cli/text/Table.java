package io.waymark.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in aligned columns, two spaces apart. */
public final class Table {
  /** Where a column's text stands. */
  public enum Align {
    /** Text. */
    LEFT,
    /** Figures. */
    RIGHT
  }

  /** One cell. */
  public record Cell(String text, Tone tone) {
    /** A cell without stress. */
    public static Cell of(String text) {
      return new Cell(text, Tone.PLAIN);
    }
  }

  private static final String GAP = "  ";

  private final List<Align> aligns;
  private final List<List<Cell>> rows = new ArrayList<>();
  private final String indent;

  /** A table whose lines begin with {@code indent}. */
  public Table(String indent, Align... aligns) {
    this.indent = indent;
    this.aligns = List.of(aligns);
  }

  /** Adds a row; it has as many cells as the table has columns. */
  public Table row(Cell... cells) {
    if (cells.length != aligns.size()) {
      throw new IllegalArgumentException(
          "cells: " + cells.length + " (expected: " + aligns.size() + ")");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Adds a row of plain cells. */
  public Table row(String... cells) {
    Cell[] plain = new Cell[cells.length];
    for (int i = 0; i < cells.length; i++) {
      plain[i] = Cell.of(cells[i]);
    }
    return row(plain);
  }

  /** Adds a row of column names. */
  public Table heading(String... names) {
    Cell[] cells = new Cell[names.length];
    for (int i = 0; i < names.length; i++) {
      cells[i] = new Cell(names[i], Tone.FAINT);
    }
    return row(cells);
  }

  /** True without rows. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, each ended by a line feed, without blanks at their ends. */
  public String render(Style style) {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    for (List<Cell> row : rows) {
      appendRow(text, row, widths, style);
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = new int[aligns.size()];
    for (List<Cell> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i).text()));
      }
    }
    return widths;
  }

  private void appendRow(StringBuilder text, List<Cell> row, int[] widths, Style style) {
    StringBuilder line = new StringBuilder(indent);
    int pendingBlanks = 0;
    for (int i = 0; i < widths.length; i++) {
      Cell cell = row.get(i);
      int fill = widths[i] - DisplayWidth.of(cell.text());
      boolean right = aligns.get(i) == Align.RIGHT;
      pendingBlanks += (i == 0 ? 0 : GAP.length()) + (right ? fill : 0);
      if (!cell.text().isEmpty()) {
        line.append(" ".repeat(pendingBlanks)).append(style.paint(cell.tone(), cell.text()));
        pendingBlanks = 0;
      }
      pendingBlanks += right ? 0 : fill;
    }
    text.append(line.toString().isBlank() ? "" : line).append('\n');
  }
}
