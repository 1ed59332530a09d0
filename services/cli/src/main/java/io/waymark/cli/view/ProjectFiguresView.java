package io.waymark.cli.view;

import io.waymark.cli.text.Figures;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.ProjectFigures;

/** A project's figures: how far it is, how far it should be, when it will be done. */
final class ProjectFiguresView {
  private final Words words;
  private final Figures figures;

  ProjectFiguresView(View view) {
    this.words = view.words();
    this.figures = view.figures();
  }

  Table table(ProjectFigures project) {
    Table table = new Table("  ", Align.LEFT, Align.RIGHT, Align.LEFT);
    progress(table, project);
    finish(table, project);
    if (!project.getObstacle().isEmpty()) {
      row(table, "figure.obstacle", "", project.getObstacle());
    }
    return table;
  }

  private void progress(Table table, ProjectFigures project) {
    if (project.hasPercentComplete()) {
      String percent = percent(project.getPercentComplete());
      row(table, "figure.percent", percent, View.date(project.getPercentDate()));
    }
    if (project.hasScheduledPercent()) {
      row(table, "figure.scheduled", percent(project.getScheduledPercent()), "");
    }
    if (project.hasRatio()) {
      String behind = project.hasPointsBehind() ? points(project.getPointsBehind()) : "";
      row(table, "figure.ratio", figures.share(project.getRatio()), behind);
    }
  }

  private void finish(Table table, ProjectFigures project) {
    if (!project.getPlannedFinish().isEmpty()) {
      row(table, "figure.plannedFinish", project.getPlannedFinish(), "");
    }
    if (!project.getDeclaredFinish().isEmpty()) {
      row(table, "figure.declaredFinish", project.getDeclaredFinish(), "");
    }
    if (!project.getFinishP50().isEmpty()) {
      String range = words.get("figure.range", project.getFinishP10(), project.getFinishP90());
      row(table, "figure.projectedFinish", project.getFinishP50(), range);
    }
    if (project.hasExpectedDelayDays()) {
      int days = project.getExpectedDelayDays();
      String key = days >= 0 ? "figure.daysLate" : "figure.daysEarly";
      row(table, "figure.delay", words.get(key, String.valueOf(Math.abs(days))), "");
    }
    if (project.hasPOnTime()) {
      row(table, "figure.pOnTime", figures.probability(project.getPOnTime()), "");
    }
  }

  private String percent(double value) {
    return figures.bare(value, value == Math.rint(value) ? 0 : 1, "") + "%";
  }

  private String points(double behind) {
    String key = behind >= 0 ? "figure.pointsBehind" : "figure.pointsAhead";
    return words.get(key, figures.bare(Math.abs(behind), 1, ""));
  }

  private void row(Table table, String key, String figure, String remark) {
    table.row(words.get(key), figure, remark);
  }
}
