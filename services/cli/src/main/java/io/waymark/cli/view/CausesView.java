package io.waymark.cli.view;

import io.waymark.cli.text.Figures;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Cause;
import io.waymark.proto.indicator.v1.Judgement;

/** What costs a target most: projects and the indicator's own trend, with amounts. */
final class CausesView {
  private final View view;
  private final Words words;
  private final Figures figures;

  CausesView(View view) {
    this.view = view;
    this.words = view.words();
    this.figures = view.figures();
  }

  String render(Judgement judgement) {
    if (judgement.getCausesCount() == 0) {
      return "";
    }
    Table table =
        new Table("  ", Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT);
    table.heading(
        words.get("cause.name"),
        words.get("cause.amount"),
        words.get("cause.chance"),
        words.get("cause.expected"),
        words.get("cause.planned"),
        "");
    int digits = TargetFiguresView.digits(judgement.getTarget());
    String unit = words.language().of(judgement.getTarget().getUnit());
    judgement.getCausesList().forEach(cause -> row(table, cause, digits, unit));
    return view.strong(words.get("cause.heading")) + "\n" + table.render(view.style()) + "\n";
  }

  private void row(Table table, Cause cause, int digits, String unit) {
    boolean project = !cause.getProjectId().isEmpty();
    String name = words.language().of(cause.getName());
    table.row(
        project ? name + " (" + cause.getProjectId() + ")" : name,
        figures.signed(cause.getAmount(), digits, unit),
        project ? figures.probability(cause.getPComplete()) : "-",
        View.date(cause.getExpectedFinish()),
        View.date(cause.getPlannedFinish()),
        cause.getAssumed() ? words.get("label.assumedShort") : "");
  }
}
