package io.waymark.judging;

import java.time.LocalDate;
import java.util.List;

/**
 * A schedule's milestones that are due: reached if the percent reported is no less than theirs.
 * They bear on the forecast by the earned schedule, which runs through their points.
 */
final class Milestones {
  private final List<SchedulePoint> points;
  private final ScheduleLine line;

  Milestones(List<SchedulePoint> points, ScheduleLine line) {
    this.points = points;
    this.line = line;
  }

  void trace(ProjectState state, LocalDate asOf, Trace trace) {
    double worked = line.worked(asOf);
    Double percent = state.percent();
    int due = 0;
    int reached = 0;
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (SchedulePoint point : points) {
      Text name = point.milestone();
      if (name != null && line.plannedAfter(point.date()) <= worked) {
        due++;
        if (percent != null && percent >= point.percent()) {
          reached++;
        } else {
          zh.append(zh.isEmpty() ? "未达到：" : "、").append(name.zh()).append(when(point, "（", "）"));
          en.append(en.isEmpty() ? "missed: " : ", ")
              .append(name.en())
              .append(when(point, " (", ")"));
        }
      }
    }
    if (due > 0) {
      Text missed = new Text(zh.toString(), en.toString());
      Text result = reached == due ? new Text("全部达到", "all reached") : missed;
      trace.add("schedule", Words.MILESTONES, reached + " / " + due, result);
    }
  }

  private static String when(SchedulePoint point, String open, String close) {
    return open + point.date() + close;
  }
}
