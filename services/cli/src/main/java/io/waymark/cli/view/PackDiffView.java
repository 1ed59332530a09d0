package io.waymark.cli.view;

import io.waymark.cli.pack.PackDiff;
import io.waymark.cli.pack.PackDiff.Cell;
import io.waymark.cli.pack.PackDiff.Change;
import io.waymark.cli.pack.PackDiff.Kind;
import io.waymark.cli.pack.Sheet;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import java.util.List;

/**
 * What loading a pack would change: counts by sheet, then row by row, then what follows from it.
 */
public final class PackDiffView {
  private static final int LONGEST = 40;
  private static final int NAMED = 20;
  private static final int ROWS_OF_ONE_KIND = 50;

  private final View view;
  private final Words words;

  /** For one reader. */
  public PackDiffView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** The whole difference. */
  public String render(String planId, boolean loaded, PackDiff diff) {
    StringBuilder text = new StringBuilder();
    text.append(view.strong(planId)).append('\n');
    if (!loaded) {
      text.append(words.get("diff.notLoaded")).append('\n');
    }
    if (diff.changes().isEmpty()) {
      return text.append(words.get("diff.nothing")).append('\n').toString();
    }
    text.append(counts(diff)).append('\n');
    if (loaded) {
      text.append(rows(diff));
    }
    return text.append(consequences(loaded, diff)).toString();
  }

  private String counts(PackDiff diff) {
    Table table = new Table("  ", Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    table.heading(
        words.get("diff.sheet"),
        words.get("diff.ADDED"),
        words.get("diff.CHANGED"),
        words.get("diff.REMOVED"),
        words.get("diff.STAYS"));
    for (Sheet sheet : Sheet.values()) {
      if (diff.changes().stream().anyMatch(change -> change.sheet() == sheet)) {
        table.row(
            sheet.file(),
            Long.toString(diff.count(sheet, Kind.ADDED)),
            Long.toString(diff.count(sheet, Kind.CHANGED)),
            Long.toString(diff.count(sheet, Kind.REMOVED)),
            Long.toString(diff.count(sheet, Kind.STAYS)));
      }
    }
    return table.render(view.style());
  }

  private String rows(PackDiff diff) {
    StringBuilder text = new StringBuilder();
    for (Sheet sheet : Sheet.values()) {
      for (Kind kind : Kind.values()) {
        List<Change> changes =
            diff.changes().stream()
                .filter(change -> change.sheet() == sheet && change.kind() == kind)
                .toList();
        changes.stream().limit(ROWS_OF_ONE_KIND).forEach(change -> text.append(row(change)));
        if (changes.size() > ROWS_OF_ONE_KIND) {
          String more = words.get("diff.more", changes.size() - ROWS_OF_ONE_KIND);
          text.append("  ").append(view.faint(more)).append('\n');
        }
      }
    }
    return text.isEmpty() ? "" : text.append('\n').toString();
  }

  private String row(Change change) {
    String line =
        switch (change.kind()) {
          case ADDED -> view.style().paint(Tone.GREEN, "+ ");
          case CHANGED -> view.style().paint(Tone.YELLOW, "~ ");
          case REMOVED -> view.style().paint(Tone.RED, "- ");
          case STAYS -> view.style().paint(Tone.GREY, "= ");
        };
    StringBuilder text =
        new StringBuilder(line)
            .append(change.sheet().title())
            .append(' ')
            .append(view.strong(change.key()))
            .append("  ")
            .append(view.faint(words.get("diff." + change.kind())))
            .append('\n');
    if (change.kind() == Kind.CHANGED) {
      Table table = new Table("    ", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT);
      for (Cell cell : change.cells()) {
        table.row(cell.column(), cut(cell.before()), "→", cut(cell.after()));
      }
      text.append(table.render(view.style()));
    }
    return text.toString();
  }

  private String consequences(boolean loaded, PackDiff diff) {
    StringBuilder text = new StringBuilder();
    if (!diff.rejudged().isEmpty()) {
      text.append(words.get("diff.rejudged", diff.rejudged().size(), named(diff.rejudged())))
          .append('\n');
    }
    if (loaded && !diff.byDocument().isEmpty()) {
      text.append(
              view.style()
                  .paint(
                      Tone.YELLOW,
                      words.get(
                          "diff.byDocument", diff.byDocument().size(), named(diff.byDocument()))))
          .append('\n');
    }
    if (diff.changes().stream().anyMatch(change -> change.kind() == Kind.STAYS)) {
      text.append(words.get("diff.staying")).append('\n');
    }
    return text.append(words.get("diff.unwritten")).append('\n').toString();
  }

  private static String named(List<String> ids) {
    String some = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    return ids.size() > NAMED ? some + " …" : some;
  }

  private String cut(String text) {
    String line = text.replace('\n', ' ');
    return line.isEmpty()
        ? words.get("diff.empty")
        : line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
