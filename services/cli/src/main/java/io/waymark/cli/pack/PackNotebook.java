package io.waymark.cli.pack;

import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.PackCell;
import io.waymark.proto.indicator.v1.PackNotes;
import io.waymark.proto.indicator.v1.PackRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a pack says that no field of the services holds: the noted columns of each row, and the rows
 * that the services hold nothing of (links without an amount, background figures, targets that a
 * table leaves out).
 */
final class PackNotebook {
  private PackNotebook() {}

  /** The notes of a pack, sheet by sheet and item by item; every item has its notes, if empty. */
  static List<PackNotes> of(PackCells cells) {
    Map<String, PackNotes.Builder> notes = new TreeMap<>();
    for (Sheet sheet : Sheet.values()) {
      for (Map<String, String> row : cells.of(sheet)) {
        boolean whole = isWhole(sheet, row);
        Map<String, String> noted = whole ? row : noted(sheet, row);
        boolean says = whole || !noted.isEmpty() || isMember(sheet);
        if (says) {
          notes(notes, sheet, row).addRows(row(sheet, row, noted, whole));
        }
      }
    }
    return notes.values().stream().map(PackNotes.Builder::build).toList();
  }

  /**
   * The notes to send where a pack is loaded over what is there: those of items that are still in
   * the pack and have no rows any more are emptied, those of items that are not are left alone.
   */
  static List<PackNotes> over(PackCells cells, ExportPlanResponse loaded) {
    List<PackNotes> notes = new ArrayList<>(of(cells));
    Set<String> given =
        notes.stream().map(n -> n.getSheet() + " " + n.getItem()).collect(Collectors.toSet());
    Map<String, Set<String>> items = new LinkedHashMap<>();
    for (Sheet sheet : Sheet.values()) {
      for (Map<String, String> row : cells.of(sheet)) {
        items
            .computeIfAbsent(sheet.item(), column -> new TreeSet<>())
            .add(row.getOrDefault(sheet.item(), ""));
      }
    }
    for (PackNotes there : loaded.getNotesList()) {
      boolean inPack =
          Sheet.titled(there.getSheet())
              .map(sheet -> items.getOrDefault(sheet.item(), Set.of()))
              .filter(known -> known.contains(there.getItem()))
              .isPresent();
      if (inPack && !given.contains(there.getSheet() + " " + there.getItem())) {
        notes.add(there.toBuilder().clearRows().build());
      }
    }
    return notes;
  }

  /** Bureaus and figures are no plan's own: that they belong to its pack is noted in any case. */
  private static boolean isMember(Sheet sheet) {
    return sheet == Sheet.BUREAUS || sheet == Sheet.OBSERVATIONS;
  }

  private static boolean isWhole(Sheet sheet, Map<String, String> row) {
    return switch (sheet) {
      case CONTRIBUTIONS -> !row.containsKey("amount");
      case OBSERVATIONS -> "background".equals(row.get("use"));
      case TARGETS ->
          OfficialText.read(row.getOrDefault("official_text", "?"), "")
              instanceof OfficialText.None;
      case PLAN, BUREAUS, INDICATORS, INSTRUMENTS, ROLL_UPS, SHARES, PROJECTS -> false;
      case SCHEDULES, SCHEDULE_REVISIONS, PHASES, SUSPENSIONS, REPORTING_RULES -> false;
    };
  }

  private static Map<String, String> noted(Sheet sheet, Map<String, String> row) {
    Map<String, String> noted = new LinkedHashMap<>();
    for (String column : sheet.noted()) {
      if (row.containsKey(column)) {
        noted.put(column, row.getOrDefault(column, ""));
      }
    }
    return noted;
  }

  private static PackNotes.Builder notes(
      Map<String, PackNotes.Builder> notes, Sheet sheet, Map<String, String> row) {
    String item = row.getOrDefault(sheet.item(), "");
    return notes.computeIfAbsent(
        sheet.title() + " " + item,
        key -> PackNotes.newBuilder().setSheet(sheet.title()).setItem(item));
  }

  private static PackRow row(
      Sheet sheet, Map<String, String> row, Map<String, String> noted, boolean whole) {
    PackRow.Builder message = PackRow.newBuilder().setWhole(whole);
    Set<String> columns = new TreeSet<>(sheet.key());
    columns.addAll(noted.keySet());
    for (String column : columns) {
      String text = row.getOrDefault(column, "");
      if (!text.isEmpty()) {
        message.addCells(PackCell.newBuilder().setColumn(column).setText(text));
      }
    }
    return message.build();
  }
}
