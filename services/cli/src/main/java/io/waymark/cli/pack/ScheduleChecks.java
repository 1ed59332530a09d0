package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Figure;
import io.waymark.cli.pack.PlanPack.Point;
import io.waymark.cli.pack.PlanPack.Project;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Dates that belong together must be in order. */
final class ScheduleChecks {
  private final Sheets sheets;

  ScheduleChecks(Sheets sheets) {
    this.sheets = sheets;
  }

  void run() {
    sheets.projects().forEach(entry -> project(entry.row(), entry.item()));
    sheets.figures().forEach(entry -> figure(entry.row(), entry.item()));
    points();
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

  /** Within a schedule dates rise, percents never fall, and both stay within its planned dates. */
  private void points() {
    Map<String, Span> spans = spans();
    Map<String, Point> last = new HashMap<>();
    for (Entry<Point> entry : sheets.points()) {
      Point point = entry.item();
      String schedule = point.project() + " " + point.revision();
      Point before = last.put(schedule, point);
      if (before != null) {
        rises(entry.row(), point, before);
      }
      Span span = spans.get(schedule);
      if (span != null && !point.date().equals(LocalDate.EPOCH)) {
        within(entry.row(), point.date(), span);
      }
    }
  }

  private record Span(Optional<LocalDate> start, Optional<LocalDate> finish) {}

  private Map<String, Span> spans() {
    Map<String, Span> spans = new HashMap<>();
    for (Entry<Project> entry : sheets.projects()) {
      Project project = entry.item();
      spans.put(project.id() + " ", new Span(project.start(), project.finish()));
    }
    for (Entry<Decisions.Schedule> entry : sheets.decided().schedules()) {
      Decisions.Schedule schedule = entry.item();
      spans.put(
          schedule.project() + " " + schedule.id(), new Span(schedule.start(), schedule.finish()));
    }
    return spans;
  }

  private static void rises(Row row, Point point, Point before) {
    if (!point.date().equals(LocalDate.EPOCH) && !point.date().isAfter(before.date())) {
      row.error(
          "date",
          new Expectation(
              "晚于该项目上一点（" + before.date() + "）",
              "a day after the project's point before (" + before.date() + ")"));
    }
    if (point.percent().compareTo(before.percent()) < 0) {
      String percent = before.percent().toPlainString();
      row.error(
          "percent",
          new Expectation(
              "不小于该项目上一点（" + percent + "）",
              "no less than the project's point before (" + percent + ")"));
    }
  }

  private static void within(Row row, LocalDate date, Span project) {
    if (project.start().isPresent() && date.isBefore(project.start().get())) {
      String start = project.start().get().toString();
      row.error(
          "date",
          new Expectation(
              "不早于 planned_start（" + start + "）", "no day before planned_start (" + start + ")"));
    }
    if (project.finish().isPresent() && date.isAfter(project.finish().get())) {
      String finish = project.finish().get().toString();
      row.error(
          "date",
          new Expectation(
              "不晚于 planned_finish（" + finish + "）",
              "no day after planned_finish (" + finish + ")"));
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
