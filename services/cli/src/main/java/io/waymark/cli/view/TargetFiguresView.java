package io.waymark.cli.view;

import io.waymark.cli.text.Figures;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Quantiles;
import io.waymark.proto.indicator.v1.TargetFigures;
import io.waymark.proto.indicator.v1.TargetOutlook;

/** A target's figures: where it is, where it should be, where it is heading. */
final class TargetFiguresView {
  private final Words words;
  private final Figures figures;

  TargetFiguresView(View view) {
    this.words = view.words();
    this.figures = view.figures();
  }

  /** Places after the point for figures computed for a target. */
  static int digits(TargetFigures target) {
    return Figures.digits(target.getBaseValue(), target.getTargetValue(), target.getValue());
  }

  Table table(Judgement judgement) {
    TargetFigures target = judgement.getTarget();
    Table table = new Table("  ", Align.LEFT, Align.RIGHT, Align.LEFT);
    String unit = words.language().of(target.getUnit());
    published(table, "figure.value", target.getValue(), unit, target.getValueDate());
    schedule(table, target, unit);
    published(table, "figure.base", target.getBaseValue(), unit, target.getBaseDate());
    goal(table, target, unit);
    if (judgement.hasOutlook()) {
      outlook(table, judgement.getOutlook(), target, unit);
    }
    return table;
  }

  private void schedule(Table table, TargetFigures target, String unit) {
    int digits = digits(target);
    if (target.hasScheduled()) {
      row(table, "figure.scheduled", figures.computed(target.getScheduled(), digits, unit), "");
    }
    if (target.hasGap()) {
      row(table, "figure.gap", figures.signed(target.getGap(), digits, unit), "");
    }
    if (target.hasRatio()) {
      String behind = target.hasPointsBehind() ? points(target.getPointsBehind()) : "";
      row(table, "figure.ratio", figures.share(target.getRatio()), behind);
    }
  }

  private String points(double behind) {
    String key = behind >= 0 ? "figure.pointsBehind" : "figure.pointsAhead";
    return words.get(key, figures.bare(Math.abs(behind), 1, ""));
  }

  private void goal(Table table, TargetFigures target, String unit) {
    if (target.getTargetValue().isEmpty()) {
      row(table, "figure.target", words.get("figure.awaited"), View.date(target.getDue()));
      return;
    }
    String sign = words.getOr("comparator." + target.getComparator().name(), "");
    String upper = target.getTargetValueMax();
    String value =
        upper.isEmpty()
            ? sign + figures.published(target.getTargetValue(), unit)
            : figures.published(target.getTargetValue(), "") + "–" + figures.published(upper, unit);
    row(table, "figure.target", value, View.date(target.getDue()));
  }

  private void outlook(Table table, TargetOutlook outlook, TargetFigures target, String unit) {
    Quantiles due = outlook.getAtDue();
    int digits = digits(target);
    String range =
        words.get(
            "figure.range",
            figures.bare(due.getP10(), digits, unit),
            figures.bare(due.getP90(), digits, unit));
    row(table, "figure.projected", figures.computed(due.getP50(), digits, unit), range);
    if (target.hasExpectedGap()) {
      String gap = figures.signed(target.getExpectedGap(), digits, unit);
      row(table, "figure.expectedGap", gap, "");
    }
    row(table, "figure.pMeet", figures.probability(outlook.getPMeet()), "");
  }

  private void published(Table table, String key, String value, String unit, String date) {
    if (!value.isEmpty()) {
      row(table, key, figures.published(value, unit), View.date(date));
    }
  }

  private void row(Table table, String key, String figure, String remark) {
    table.row(words.get(key), figure, remark);
  }
}
