package io.waymark.cli.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A pack as cells in canonical form, so that two packs that say the same are the same. Rows stand
 * by their key columns, columns in the order of {@link Sheet#columns}; a column that is empty in
 * every row is left out; blanks around cells and around the semicolons of a list are gone; names of
 * assumed columns stand in the order of the columns; defaults are written out; percentages of
 * schedules carry no zeros that say nothing. All other numbers keep the digits that they were
 * written with.
 *
 * @param rows by sheet; every cell that is there says something
 */
public record PackCells(Map<Sheet, List<Map<String, String>>> rows) {
  private static final Set<String> LISTS =
      Set.of(
          "emails",
          "supporting_bureau_ids",
          "languages",
          "contacts",
          "delegates",
          "funding",
          "assumed");

  /** Sorts the rows. */
  public PackCells {
    Map<Sheet, List<Map<String, String>>> sorted = new EnumMap<>(Sheet.class);
    rows.forEach((sheet, its) -> {
      if (!its.isEmpty()) {
        sorted.put(sheet, its.stream().sorted(order(sheet)).toList());
      }
    });
    rows = sorted;
  }

  /** The rows of one sheet. */
  public List<Map<String, String>> of(Sheet sheet) {
    return rows.getOrDefault(sheet, List.of());
  }

  /** The columns of one sheet that say something. */
  public List<String> columns(Sheet sheet) {
    Set<String> used = new LinkedHashSet<>();
    of(sheet).forEach(row -> used.addAll(row.keySet()));
    return sheet.columns().stream()
        .filter(column -> used.contains(column) || sheet.required().contains(column))
        .toList();
  }

  /** What tells a row from the others of its sheet, for readers. */
  static String key(Sheet sheet, Map<String, String> row) {
    return sheet.key().stream()
        .map(column -> row.getOrDefault(column, ""))
        .collect(Collectors.joining(" "));
  }

  /** The rows of one sheet by their keys; a key that occurs again is numbered. */
  Map<String, Map<String, String>> keyed(Sheet sheet) {
    Map<String, Map<String, String>> keyed = new TreeMap<>();
    for (Map<String, String> row : of(sheet)) {
      String key = key(sheet, row);
      String numbered = key;
      for (int n = 2; keyed.containsKey(numbered); n++) {
        numbered = key + " #" + n;
      }
      keyed.put(numbered, row);
    }
    return keyed;
  }

  /** One row in canonical form, in the order of the columns. */
  static Map<String, String> canonical(Sheet sheet, Map<String, String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (String column : sheet.columns()) {
      String text = cells.getOrDefault(column, "").strip();
      String meant = text.isEmpty() ? sheet.defaults().getOrDefault(column, "") : text;
      String listed = LISTS.contains(column) ? list(sheet, column, meant) : meant;
      boolean registry = sheet == Sheet.BUREAUS || sheet == Sheet.PROJECTS;
      String written = registry ? RegistryColumns.canonical(column, listed) : listed;
      if (!written.isEmpty()) {
        row.put(column, isAdded(sheet, column) ? plain(written) : written);
      }
    }
    if (sheet == Sheet.TARGETS && !row.containsKey("value")) {
      // There is nothing to compare with yet; a bare number is what an empty cell means.
      row.remove("comparator", "eq");
    }
    return row;
  }

  private static String list(Sheet sheet, String column, String text) {
    Collection<String> parts =
        Arrays.stream(text.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (column.equals("assumed")) {
      Collection<String> given = parts;
      parts = new ArrayList<>(sheet.columns().stream().filter(given::contains).toList());
    }
    return String.join(";", parts);
  }

  /** What the registry reckons with, and so keeps as a number: 10.50 is 10.5. */
  private static boolean isAdded(Sheet sheet, String column) {
    return (sheet == Sheet.SCHEDULES && column.equals("percent"))
        || (sheet == Sheet.CONTRIBUTIONS && column.equals("amount"));
  }

  private static String plain(String text) {
    return text.matches("-?\\d+\\.\\d*0|-?\\d+\\.0*")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  private static Comparator<Map<String, String>> order(Sheet sheet) {
    return Comparator.comparing((Map<String, String> row) -> key(sheet, row))
        .thenComparing(row -> new TreeMap<>(row).toString());
  }
}
