package io.waymark.cli.view;

import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.Pins;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.UnknownReason;
import java.util.ArrayList;
import java.util.List;

/**
 * One subject's judgement: the sentence, the lights, the figures, the causes, what it stands on.
 */
public final class JudgementView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public JudgementView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** The whole page. */
  public String render(Judgement judgement) {
    return title(judgement) + "\n\n" + body(judgement, explainable(judgement));
  }

  /**
   * All but the title.
   *
   * @param explainable what to ask an explanation of
   */
  String body(Judgement judgement, String explainable) {
    StringBuilder page = new StringBuilder();
    String sentence = words.language().of(judgement.getSentence());
    if (!sentence.isEmpty()) {
      page.append(view.strong(sentence)).append('\n');
    }
    page.append(restates(judgement));
    page.append(labels(judgement)).append('\n');
    page.append(lights(judgement.getLights())).append('\n');
    page.append(figures(judgement));
    page.append(new CausesView(view).render(judgement));
    page.append(standsOn(judgement));
    return page.append(view.faint(words.get("judge.more", explainable))).append('\n').toString();
  }

  /** Name and id in one line, with what the subject is. */
  String title(Judgement judgement) {
    List<String> parts = new ArrayList<>();
    parts.add(judgement.getSubjectId());
    boolean target = judgement.getKind() == SubjectKind.SUBJECT_KIND_TARGET;
    parts.add(words.get(target ? "judge.target" : "judge.project"));
    if (judgement.getBinding()) {
      parts.add(words.get("judge.binding"));
    }
    if (!judgement.getCategory().isEmpty()) {
      parts.add(view.category(judgement.getCategory()));
    }
    parts.add(bureau(judgement));
    parts.add(words.get("judge.asOf", View.date(judgement.getAsOf())));
    String name = words.language().of(judgement.getSubjectName());
    return view.strong(name) + "  " + view.faint(String.join(" · ", parts));
  }

  /** Name and id alone. */
  String name(Judgement judgement) {
    String name = words.language().of(judgement.getSubjectName());
    return view.strong(name) + "  " + view.faint(judgement.getSubjectId());
  }

  /** Says what a restatement took the place of, and why. */
  private String restates(Judgement judgement) {
    if (judgement.getRestatesJudgementId().isEmpty()) {
      return "";
    }
    String was = LightWords.cell(judgement.getRestatedLights().getOverall(), words).text();
    String is = LightWords.cell(judgement.getLights().getOverall(), words).text();
    return words.get("judge.restates", judgement.getAsOf(), was, is)
        + "\n  "
        + words.language().of(judgement.getCause())
        + "\n";
  }

  private String bureau(Judgement judgement) {
    String name = words.language().of(judgement.getLeadBureauName());
    String id = judgement.getLeadBureauId();
    return name.isEmpty() ? id : name + " (" + id + ")";
  }

  /** Says in words that figures are simulated or assumed. */
  private String labels(Judgement judgement) {
    StringBuilder lines = new StringBuilder();
    if (judgement.getSimulated()) {
      lines.append(view.style().paint(Tone.YELLOW, words.get("label.simulated"))).append('\n');
    }
    if (judgement.getAssumed()) {
      lines.append(view.style().paint(Tone.YELLOW, words.get("label.assumed"))).append('\n');
    }
    return lines.toString();
  }

  private String lights(Lights lights) {
    Table table = new Table("  ", Align.LEFT, Align.LEFT, Align.LEFT);
    Cell overall = LightWords.cell(lights.getOverall(), words);
    table.row(Cell.of(words.get("judge.overall")), overall, reason(lights));
    Cell level = Cell.of(words.language().of(lights.getLevel()));
    Cell position = LightWords.cell(lights.getPosition(), words);
    table.row(Cell.of(words.get("judge.position")), position, level);
    row(table, "judge.outlook", LightWords.cell(lights.getOutlook(), words));
    row(table, "judge.freshness", LightWords.cell(lights.getFreshness(), words));
    return table.render(view.style());
  }

  private void row(Table table, String key, Cell light) {
    table.row(Cell.of(words.get(key)), light, Cell.of(""));
  }

  private Cell reason(Lights lights) {
    UnknownReason reason = lights.getUnknownReason();
    boolean known = reason == UnknownReason.UNKNOWN_REASON_UNSPECIFIED;
    return new Cell(known ? "" : words.getOr("reason." + reason.name(), ""), Tone.FAINT);
  }

  private String figures(Judgement judgement) {
    Table table =
        judgement.getKind() == SubjectKind.SUBJECT_KIND_TARGET
            ? new TargetFiguresView(view).table(judgement)
            : new ProjectFiguresView(view).table(judgement.getProject());
    return table.isEmpty() ? "" : table.render(view.style()) + "\n";
  }

  /** A restatement is not in force: its own id must be named. */
  private static String explainable(Judgement judgement) {
    boolean restates = !judgement.getRestatesJudgementId().isEmpty();
    return restates ? judgement.getJudgementId() : judgement.getSubjectId();
  }

  /** Rulebook, engine, target and inputs in one line. */
  String standsOn(Judgement judgement) {
    Pins pins = judgement.getPins();
    List<String> parts = new ArrayList<>();
    parts.add(
        words.get("judge.rulebook", pins.getRulebook(), String.valueOf(pins.getRulebookVersion())));
    parts.add(words.get("judge.engine", pins.getEngineVersion()));
    if (pins.getTargetVersion() > 0) {
      parts.add(words.get("judge.targetVersion", String.valueOf(pins.getTargetVersion())));
    }
    if (!judgement.getTarget().getDocument().isEmpty()) {
      parts.add(
          words.get(
              "judge.document",
              judgement.getTarget().getDocument(),
              judgement.getTarget().getEffective()));
    }
    parts.add(words.get("judge.inputs", String.valueOf(pins.getInputIdsCount())));
    return view.faint(String.join(" · ", parts)) + "\n";
  }
}
