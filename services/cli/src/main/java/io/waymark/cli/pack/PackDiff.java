package io.waymark.cli.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a pack would change of what is loaded, row by row and cell by cell. Nothing is written.
 *
 * @param changes by sheet, then by key
 * @param rejudged targets that loading would judge anew
 * @param byDocument targets whose figure, comparator, range or due date the pack states otherwise:
 *     without an approved document that is a correction of the pack
 */
public record PackDiff(List<Change> changes, List<String> rejudged, List<String> byDocument) {
  private static final Set<String> AGREED = Set.of("value", "value_max", "comparator", "due");
  private static final Set<String> UNJUDGED =
      Set.of("base_rule", "source_line", "quote", "section", "rule", "basis", "assumed");

  /** What happens to a row. */
  public enum Kind {
    /** It is new. */
    ADDED,
    /** Some of its cells differ. */
    CHANGED,
    /** It is loaded and not in the pack, and goes: it only describes an item that is. */
    REMOVED,
    /** It is loaded and not in the pack, and stays: loading takes no item and no figure away. */
    STAYS
  }

  /** A cell that differs. */
  public record Cell(String column, String before, String after) {}

  /** A row that differs; of added and removed rows every cell is told. */
  public record Change(Sheet sheet, Kind kind, String key, List<Cell> cells) {}

  /** Compares a pack with what is loaded. */
  public static PackDiff between(PackCells loaded, PackCells pack) {
    List<Change> changes = new ArrayList<>();
    for (Sheet sheet : Sheet.values()) {
      changes.addAll(changes(sheet, loaded, pack));
    }
    return new PackDiff(
        List.copyOf(changes), rejudged(changes, loaded, pack), byDocument(changes, loaded));
  }

  /** True if loading would change nothing. */
  public boolean isEmpty() {
    return changes.stream().allMatch(change -> change.kind() == Kind.STAYS);
  }

  /** How many rows of one sheet something happens to. */
  public long count(Sheet sheet, Kind kind) {
    return changes.stream().filter(c -> c.sheet() == sheet && c.kind() == kind).count();
  }

  private static List<Change> changes(Sheet sheet, PackCells loaded, PackCells pack) {
    Map<String, Map<String, String>> before = loaded.keyed(sheet);
    Map<String, Map<String, String>> after = pack.keyed(sheet);
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      List<Cell> cells =
          cells(sheet, before.getOrDefault(key, Map.of()), after.getOrDefault(key, Map.of()));
      Kind kind =
          !before.containsKey(key)
              ? Kind.ADDED
              : after.containsKey(key) ? stated(sheet, cells) : gone(sheet, before.get(key), pack);
      if (!cells.isEmpty()) {
        changes.add(new Change(sheet, kind, key.replaceAll(" +", " "), cells));
      }
    }
    return changes;
  }

  /** What was recorded stays as it was: of a step nothing changes, of a stop only its end. */
  private static Kind stated(Sheet sheet, List<Cell> cells) {
    return switch (sheet) {
      case PHASES -> Kind.STAYS;
      case SUSPENSIONS ->
          cells.stream().anyMatch(cell -> cell.column().equals("until"))
              ? Kind.CHANGED
              : Kind.STAYS;
      case PLAN, BUREAUS, INDICATORS, TARGETS, INSTRUMENTS, ROLL_UPS, SHARES -> Kind.CHANGED;
      case PROJECTS, CONTRIBUTIONS, SCHEDULES, SCHEDULE_REVISIONS -> Kind.CHANGED;
      case REPORTING_RULES, OBSERVATIONS -> Kind.CHANGED;
    };
  }

  private static Kind gone(Sheet sheet, Map<String, String> row, PackCells pack) {
    String item = row.getOrDefault(sheet.item(), "");
    return switch (sheet) {
      case PLAN, BUREAUS, INDICATORS, TARGETS, PROJECTS, INSTRUMENTS -> Kind.STAYS;
      case SCHEDULE_REVISIONS, PHASES, SUSPENSIONS, REPORTING_RULES -> Kind.STAYS;
      case OBSERVATIONS ->
          "series".equals(row.get("use")) ? Kind.STAYS : owned(Sheet.INDICATORS, item, pack);
      case ROLL_UPS -> owned(Sheet.INDICATORS, item, pack);
      case SHARES -> owned(Sheet.TARGETS, item, pack);
      case CONTRIBUTIONS -> owned(Sheet.PROJECTS, item, pack);
      case SCHEDULES ->
          row.containsKey("document")
              ? owned(Sheet.SCHEDULE_REVISIONS, PackCells.key(Sheet.SCHEDULE_REVISIONS, row), pack)
              : owned(Sheet.PROJECTS, item, pack);
    };
  }

  /** What describes an item goes with the pack's word of it, and stays where the pack says none. */
  private static Kind owned(Sheet items, String item, PackCells pack) {
    return pack.keyed(items).containsKey(item) ? Kind.REMOVED : Kind.STAYS;
  }

  private static List<Cell> cells(
      Sheet sheet, Map<String, String> before, Map<String, String> after) {
    List<Cell> cells = new ArrayList<>();
    for (String column : sheet.columns()) {
      String was = before.getOrDefault(column, "");
      String is = after.getOrDefault(column, "");
      boolean kept = !before.isEmpty() && RegistryColumns.isKept(sheet, column);
      boolean same = kept && (is.isEmpty() || (RegistryColumns.isCleared(is) && was.isEmpty()));
      if (!was.equals(is) && !same) {
        cells.add(new Cell(column, was, is));
      }
    }
    return List.copyOf(cells);
  }

  private static List<String> byDocument(List<Change> changes, PackCells loaded) {
    Map<String, Map<String, String>> stated = loaded.keyed(Sheet.TARGETS);
    return changes.stream()
        .filter(change -> change.sheet() == Sheet.TARGETS && change.kind() == Kind.CHANGED)
        .filter(change -> change.cells().stream().anyMatch(c -> AGREED.contains(c.column())))
        .map(Change::key)
        .filter(stated::containsKey)
        .toList();
  }

  private static List<String> rejudged(List<Change> changes, PackCells loaded, PackCells pack) {
    Map<String, Set<String>> targetsOf = new TreeMap<>();
    Map<String, String> indicatorOf = new TreeMap<>();
    Map<String, Set<String>> fedBy = new TreeMap<>();
    for (PackCells cells : List.of(loaded, pack)) {
      for (Map<String, String> row : cells.of(Sheet.TARGETS)) {
        String target = row.getOrDefault("target_id", "");
        String indicator = row.getOrDefault("indicator_id", "");
        targetsOf.computeIfAbsent(indicator, id -> new LinkedHashSet<>()).add(target);
        indicatorOf.put(target, indicator);
      }
      for (Map<String, String> row : cells.of(Sheet.CONTRIBUTIONS)) {
        if (row.containsKey("amount")) {
          fedBy
              .computeIfAbsent(row.getOrDefault("project_id", ""), id -> new TreeSet<>())
              .add(row.getOrDefault("indicator_id", ""));
        }
      }
    }
    Set<String> indicators = new TreeSet<>();
    for (Change change : changes) {
      if (change.kind() != Kind.STAYS && moves(change)) {
        indicators.addAll(touched(change, indicatorOf, fedBy, targetsOf.keySet()));
      }
    }
    Set<String> targets = new TreeSet<>();
    indicators.forEach(id -> targets.addAll(targetsOf.getOrDefault(id, Set.of())));
    return List.copyOf(targets);
  }

  /** Where a line stands or which rule assumed it changes no judgement. */
  private static boolean moves(Change change) {
    return change.cells().stream().anyMatch(cell -> !UNJUDGED.contains(cell.column()));
  }

  private static Set<String> touched(
      Change change,
      Map<String, String> indicatorOf,
      Map<String, Set<String>> fedBy,
      Set<String> all) {
    String first = change.key().split(" ", 2)[0];
    return switch (change.sheet()) {
      case PLAN -> all;
      case BUREAUS, SHARES, PHASES, REPORTING_RULES -> Set.of();
      case INDICATORS, ROLL_UPS, OBSERVATIONS -> Set.of(first);
      case TARGETS, INSTRUMENTS -> Set.of(indicatorOf.getOrDefault(first, ""));
      case PROJECTS, SCHEDULES, SCHEDULE_REVISIONS, SUSPENSIONS ->
          fedBy.getOrDefault(first, Set.of());
      case CONTRIBUTIONS -> {
        boolean counts =
            change.cells().stream().anyMatch(c -> c.column().equals("amount"))
                || change.cells().stream().anyMatch(c -> c.column().equals("mode"));
        String[] key = change.key().split(" ", -1);
        yield counts && key.length > 1 ? Set.of(key[1]) : Set.of();
      }
    };
  }
}
