package io.waymark.cli.evaluate;

import java.util.List;

/**
 * A table for a document, a file or a sheet.
 *
 * @param id its file's name, without ending
 * @param title its title in the reader's language
 */
public record NamedTable(String id, String title, List<String> headings, List<List<String>> rows) {
  /** Copies. */
  public NamedTable {
    headings = List.copyOf(headings);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** As Markdown, heading included. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(line(headings)).append(line(headings.stream().map(h -> "---").toList()));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| "
        + String.join(
            " | ", cells.stream().map(c -> c.replace("|", "\\|").replace("\n", " ")).toList())
        + " |\n";
  }
}
