package io.waymark.cli.view;

import io.waymark.cli.text.DisplayWidth;
import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.GetOverviewResponse;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.OverviewCell;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The four-colour overview by field, and the subjects that stand worst. */
public final class OverviewView {
  private static final List<Light> LIGHTS =
      List.of(
          Light.LIGHT_OFF_TRACK,
          Light.LIGHT_AT_RISK,
          Light.LIGHT_ON_TRACK,
          Light.LIGHT_AHEAD,
          Light.LIGHT_UNKNOWN,
          Light.LIGHT_SUSPENDED);
  private static final int NAME_COLUMNS = 40;

  private final View view;
  private final Words words;

  /** For one reader. */
  public OverviewView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** The page for one plan. */
  public String render(String planId, GetOverviewResponse overview, List<Judgement> worst) {
    StringBuilder page = new StringBuilder();
    String today = words.get("judge.asOf", View.date(overview.getToday()));
    page.append(view.strong(planId)).append("  ").append(view.faint(today)).append('\n');
    if (overview.getSimulated()) {
      String label = words.get("label.simulatedSome");
      page.append(view.style().paint(Tone.YELLOW, label)).append('\n');
    }
    page.append(counts(overview, SubjectKind.SUBJECT_KIND_TARGET, "overview.targets"));
    page.append(counts(overview, SubjectKind.SUBJECT_KIND_PROJECT, "overview.projects"));
    return page.append(worst(worst)).toString();
  }

  private String counts(GetOverviewResponse overview, SubjectKind kind, String headingKey) {
    Map<String, Map<Light, Integer>> byField = new TreeMap<>();
    Map<Light, Integer> all = new EnumMap<>(Light.class);
    for (OverviewCell cell : overview.getCellsList()) {
      if (cell.getKind() == kind) {
        byField
            .computeIfAbsent(cell.getCategory(), field -> new EnumMap<>(Light.class))
            .merge(cell.getLight(), cell.getCount(), Integer::sum);
        all.merge(cell.getLight(), cell.getCount(), Integer::sum);
      }
    }
    if (byField.isEmpty()) {
      return "";
    }
    Table table = countsTable();
    byField.forEach((field, counts) -> table.row(row(view.category(field), counts)));
    table.row(row(words.get("overview.all"), all));
    return "\n" + view.strong(words.get(headingKey)) + "\n" + table.render(view.style());
  }

  private Table countsTable() {
    Align[] aligns = new Align[LIGHTS.size() + 2];
    Arrays.fill(aligns, Align.RIGHT);
    aligns[0] = Align.LEFT;
    Cell[] heading = new Cell[LIGHTS.size() + 2];
    heading[0] = new Cell(words.get("overview.field"), Tone.FAINT);
    for (int i = 0; i < LIGHTS.size(); i++) {
      heading[i + 1] = LightWords.cell(LIGHTS.get(i), words);
    }
    heading[LIGHTS.size() + 1] = new Cell(words.get("overview.sum"), Tone.FAINT);
    return new Table("  ", aligns).row(heading);
  }

  private static Cell[] row(String name, Map<Light, Integer> counts) {
    Cell[] cells = new Cell[LIGHTS.size() + 2];
    cells[0] = Cell.of(name);
    int sum = 0;
    for (int i = 0; i < LIGHTS.size(); i++) {
      int count = counts.getOrDefault(LIGHTS.get(i), 0);
      Tone tone = count == 0 ? Tone.FAINT : LightWords.tone(LIGHTS.get(i));
      cells[i + 1] = new Cell(count == 0 ? "·" : String.valueOf(count), tone);
      sum += count;
    }
    cells[LIGHTS.size() + 1] = Cell.of(String.valueOf(sum));
    return cells;
  }

  private String worst(List<Judgement> worst) {
    if (worst.isEmpty()) {
      return "\n" + words.get("overview.noneBehind") + "\n";
    }
    Table table = new Table("  ", Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT);
    table.heading(
        words.get("overview.light"),
        words.get("overview.subject"),
        words.get("overview.id"),
        words.get("overview.chance"));
    for (Judgement judgement : worst) {
      String name = words.language().of(judgement.getSubjectName());
      table.row(
          LightWords.cell(judgement.getLights().getOverall(), words),
          Cell.of(DisplayWidth.cut(name, NAME_COLUMNS)),
          Cell.of(judgement.getSubjectId()),
          Cell.of(chance(judgement)));
    }
    String more = view.faint(words.get("overview.more"));
    String heading = view.strong(words.get("overview.worst"));
    return "\n" + heading + "\n" + table.render(view.style()) + more + "\n";
  }

  private String chance(Judgement judgement) {
    if (judgement.hasOutlook()) {
      return view.figures().probability(judgement.getOutlook().getPMeet());
    }
    return judgement.getProject().hasPOnTime()
        ? view.figures().probability(judgement.getProject().getPOnTime())
        : "-";
  }
}
