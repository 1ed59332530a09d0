package io.waymark.cli.view;

import io.waymark.cli.text.DisplayWidth;
import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.proto.indicator.v1.ComparedRulebook;
import io.waymark.proto.indicator.v1.ComparedSubject;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.LightCount;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.RulebookPair;
import java.util.Arrays;
import java.util.List;

/** Where rulebooks disagree, subject by subject, and how far any two of them agree. */
public final class ComparisonView {
  private static final List<Light> LIGHTS =
      List.of(
          Light.LIGHT_OFF_TRACK,
          Light.LIGHT_AT_RISK,
          Light.LIGHT_ON_TRACK,
          Light.LIGHT_AHEAD,
          Light.LIGHT_UNKNOWN,
          Light.LIGHT_SUSPENDED);
  private static final int NAME_COLUMNS = 30;

  private final View view;
  private final Words words;
  private final boolean overall;

  /**
   * For one reader.
   *
   * @param overall whether the overall lights are compared, or the positions
   */
  public ComparisonView(View view, boolean overall) {
    this.view = view;
    this.words = view.words();
    this.overall = overall;
  }

  /** The whole page. */
  public String render(String planId, CompareRulebooksResponse reply) {
    StringBuilder page = new StringBuilder();
    String light = words.get(overall ? "judge.overall" : "judge.position");
    String day = words.get("judge.asOf", View.date(reply.getAsOf()));
    page.append(view.strong(planId)).append("  ").append(view.faint(light + " · " + day));
    page.append('\n');
    if (reply.getSimulated()) {
      String label = words.get("label.simulatedSome");
      page.append(view.style().paint(Tone.YELLOW, label)).append('\n');
    }
    page.append(subjects(reply)).append(counts(reply)).append(pairs(reply));
    return page.append(view.faint(words.get("compare.more"))).append('\n').toString();
  }

  private String subjects(CompareRulebooksResponse reply) {
    List<ComparedSubject> differing =
        reply.getSubjectsList().stream()
            .filter(s -> overall ? s.getOverallDiffers() : s.getPositionDiffers())
            .toList();
    String heading =
        words.get(
            "compare.differing",
            String.valueOf(differing.size()),
            String.valueOf(reply.getJudged()));
    if (differing.isEmpty()) {
      return "\n" + heading + "\n";
    }
    Table table = table(reply.getRulebooksCount() + 2, Align.LEFT);
    table.heading(names(reply, words.get("overview.subject"), words.get("overview.id")));
    for (ComparedSubject subject : differing) {
      Cell[] row = new Cell[reply.getRulebooksCount() + 2];
      String name = words.language().of(subject.getSubjectName());
      row[0] = Cell.of(DisplayWidth.cut(name, NAME_COLUMNS));
      row[1] = Cell.of(subject.getSubjectId());
      for (int i = 0; i < reply.getRulebooksCount(); i++) {
        row[i + 2] = LightWords.cell(light(subject.getLights(i)), words);
      }
      table.row(row);
    }
    return "\n" + view.strong(heading) + "\n" + table.render(view.style());
  }

  private Light light(Lights lights) {
    return overall ? lights.getOverall() : lights.getPosition();
  }

  private String counts(CompareRulebooksResponse reply) {
    Align[] aligns = new Align[LIGHTS.size() + 1];
    Arrays.fill(aligns, Align.RIGHT);
    aligns[0] = Align.LEFT;
    Table table = new Table("  ", aligns);
    Cell[] heading = new Cell[LIGHTS.size() + 1];
    heading[0] = new Cell(words.get("rulebook.name"), Tone.FAINT);
    for (int i = 0; i < LIGHTS.size(); i++) {
      heading[i + 1] = LightWords.cell(LIGHTS.get(i), words);
    }
    table.row(heading);
    for (ComparedRulebook rulebook : reply.getRulebooksList()) {
      Cell[] row = new Cell[LIGHTS.size() + 1];
      row[0] = Cell.of(pin(rulebook));
      for (int i = 0; i < LIGHTS.size(); i++) {
        int count = count(rulebook, LIGHTS.get(i));
        Tone tone = count == 0 ? Tone.FAINT : LightWords.tone(LIGHTS.get(i));
        row[i + 1] = new Cell(count == 0 ? "·" : String.valueOf(count), tone);
      }
      table.row(row);
    }
    String title = view.strong(words.get("compare.counts"));
    return "\n" + title + "\n" + table.render(view.style());
  }

  private int count(ComparedRulebook rulebook, Light light) {
    List<LightCount> counts = overall ? rulebook.getOverallsList() : rulebook.getPositionsList();
    return counts.stream()
        .filter(count -> count.getLight() == light)
        .mapToInt(LightCount::getCount)
        .sum();
  }

  private String pairs(CompareRulebooksResponse reply) {
    int size = reply.getRulebooksCount();
    String[][] cells = new String[size][size];
    for (RulebookPair pair : reply.getPairsList()) {
      int agree = overall ? pair.getOverallsAgree() : pair.getPositionsAgree();
      int known = overall ? pair.getOveralls() : pair.getPositions();
      cells[pair.getFirst()][pair.getSecond()] = agree + "/" + known;
      cells[pair.getSecond()][pair.getFirst()] = agree + "/" + known;
    }
    Table table = table(size + 1, Align.RIGHT);
    table.heading(names(reply, words.get("rulebook.name")));
    for (int i = 0; i < size; i++) {
      Cell[] row = new Cell[size + 1];
      row[0] = Cell.of(pin(reply.getRulebooks(i)));
      for (int k = 0; k < size; k++) {
        row[k + 1] = i == k ? new Cell("·", Tone.FAINT) : Cell.of(cells[i][k]);
      }
      table.row(row);
    }
    String title = view.strong(words.get("compare.pairs"));
    return "\n" + title + "\n" + table.render(view.style());
  }

  private static Table table(int columns, Align align) {
    Align[] aligns = new Align[columns];
    Arrays.fill(aligns, align);
    aligns[0] = Align.LEFT;
    return new Table("  ", aligns);
  }

  private static String[] names(CompareRulebooksResponse reply, String... first) {
    String[] names = Arrays.copyOf(first, first.length + reply.getRulebooksCount());
    for (int i = 0; i < reply.getRulebooksCount(); i++) {
      names[first.length + i] = pin(reply.getRulebooks(i));
    }
    return names;
  }

  private static String pin(ComparedRulebook rulebook) {
    return rulebook.getName() + "@" + rulebook.getVersion();
  }
}
