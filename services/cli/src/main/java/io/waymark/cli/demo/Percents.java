package io.waymark.cli.demo;

import io.waymark.cli.demo.Course.Temper;
import io.waymark.cli.pack.PlanPack.Project;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** Percents complete at month ends, with one decimal. */
final class Percents {
  private Percents() {}

  /** On a line through anchors, each "month end, blank, percent". */
  static NavigableMap<LocalDate, Double> through(List<String> anchors) {
    return between(anchors, Percents::tenth);
  }

  /** Figures on a line through anchors, rounded. */
  static NavigableMap<LocalDate, Double> between(
      List<String> anchors, DoubleUnaryOperator rounded) {
    NavigableMap<LocalDate, Double> points = new TreeMap<>();
    anchors.forEach(a -> points.put(Stories.first(a), Double.parseDouble(Stories.second(a))));
    NavigableMap<LocalDate, Double> percents = new TreeMap<>();
    for (LocalDate end : Months.all()) {
      if (!end.isBefore(points.firstKey())) {
        percents.put(end, rounded.applyAsDouble(between(points, end)));
      }
    }
    return percents;
  }

  private static double between(NavigableMap<LocalDate, Double> points, LocalDate day) {
    Map.Entry<LocalDate, Double> before = Objects.requireNonNull(points.floorEntry(day));
    Map.Entry<LocalDate, Double> after = points.higherEntry(day);
    if (after == null) {
      return before.getValue();
    }
    double span = ChronoUnit.DAYS.between(before.getKey(), after.getKey());
    double share = ChronoUnit.DAYS.between(before.getKey(), day) / span;
    return before.getValue() + (after.getValue() - before.getValue()) * share;
  }

  /** Just what is scheduled. */
  static NavigableMap<LocalDate, Double> onSchedule(Project project) {
    LocalDate start = project.start().orElse(Scenario.LAST_MONTH_END);
    LocalDate finish = project.finish().orElse(start.plusYears(3));
    double days = Math.max(1, ChronoUnit.DAYS.between(start, finish));
    NavigableMap<LocalDate, Double> percents = new TreeMap<>();
    for (LocalDate end : Months.all()) {
      double due = 100 * ChronoUnit.DAYS.between(start, end) / days;
      if (due > 0) {
        percents.put(end, Math.min(100, tenth(due)));
      }
    }
    return percents;
  }

  /** What is scheduled, at the pace of a temper, with good months and bad ones. */
  static NavigableMap<LocalDate, Double> atPace(Project project, Temper temper, Random random) {
    LocalDate start = project.start().orElse(Scenario.LAST_MONTH_END);
    LocalDate finish = project.finish().orElse(start.plusYears(3));
    double days = Math.max(1, ChronoUnit.DAYS.between(start, finish));
    double pace = temper.pace(random.nextDouble());
    NavigableMap<LocalDate, Double> percents = new TreeMap<>();
    double last = 0;
    for (LocalDate end : Months.all()) {
      double due = 100 * ChronoUnit.DAYS.between(start, end) / days;
      double luck = 0.98 + 0.04 * random.nextDouble();
      double now = Math.min(100, Math.max(last, tenth(due * pace * luck)));
      if (due > 0) {
        percents.put(end, now);
        last = now;
      }
    }
    return percents;
  }

  static double hundredth(double value) {
    return Math.round(value * 100) / 100.0;
  }

  static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
