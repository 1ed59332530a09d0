package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Figure;
import io.waymark.cli.pack.PlanPack.Project;
import java.time.LocalDate;

/** Dates that belong together must be in order. */
final class ScheduleChecks {
  private final Sheets sheets;

  ScheduleChecks(Sheets sheets) {
    this.sheets = sheets;
  }

  void run() {
    sheets.projects().forEach(entry -> project(entry.row(), entry.item()));
    sheets.figures().forEach(entry -> figure(entry.row(), entry.item()));
  }

  private void project(Row row, Project project) {
    if (Sheets.reversed(project.start(), project.finish())) {
      String start = row.text("planned_start");
      row.error(
          "planned_finish",
          new Expectation(
              "晚于 planned_start（" + start + "）", "a day after planned_start (" + start + ")"));
    }
    if (project.finish().isEmpty() && row.text("planned_finish").isEmpty()) {
      row.warning(
          "planned_finish",
          new Expectation(
              "计划完工日，否则无法研判进度", "a date, else the project has no schedule to be judged by"));
    }
    LocalDate begin = sheets.plan().start();
    if (project.finish().isPresent() && project.finish().get().isBefore(begin)) {
      row.warning(
          "planned_finish",
          new Expectation(
              "不早于规划开始（" + begin + "）", "no day before the plan begins (" + begin + ")"));
    }
  }

  private void figure(Row row, Figure figure) {
    LocalDate end = sheets.plan().end();
    if (!end.equals(LocalDate.EPOCH) && figure.periodEnd().isAfter(end)) {
      row.warning(
          "period_end",
          new Expectation("不晚于规划结束（" + end + "）", "no day after the plan ends (" + end + ")"));
    }
  }
}
