package io.waymark.honesty;

import static io.waymark.honesty.Words.number;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Rules on percent complete. */
final class ProgressRules {
  private ProgressRules() {}

  /** One finding for each run of reports on schedule, at its last report. */
  static List<Finding> alwaysOnSchedule(Course course) {
    List<Finding> findings = new ArrayList<>();
    List<Report> run = new ArrayList<>();
    for (Report report : course.withPercent()) {
      OptionalDouble due = course.scheduled(report.asOf());
      boolean moving = due.isPresent() && due.getAsDouble() > 0 && due.getAsDouble() < 100;
      double gap = Math.abs(report.percent().orElseThrow() - due.orElse(0));
      if (moving && gap <= Thresholds.ON_SCHEDULE_POINTS) {
        run.add(report);
      } else {
        closeRun(course, run, findings);
        run.clear();
      }
    }
    closeRun(course, run, findings);
    return findings;
  }

  private static void closeRun(Course course, List<Report> run, List<Finding> findings) {
    if (run.size() < Thresholds.ON_SCHEDULE_REPORTS) {
      return;
    }
    LocalDate first = run.getFirst().asOf();
    LocalDate last = run.getLast().asOf();
    double moved = course.scheduled(last).orElseThrow() - course.scheduled(first).orElseThrow();
    if (moved < Thresholds.ON_SCHEDULE_SPAN) {
      return;
    }
    String within = number(Thresholds.ON_SCHEDULE_POINTS);
    findings.add(
        Finding.of(
            Kind.ALWAYS_ON_SCHEDULE,
            run.getLast(),
            "%s 至 %s 连续 %d 次填报与序时进度相差都不超过 %s 个百分点，其间序时进度推进了 %s 个百分点"
                .formatted(first, last, run.size(), within, number(moved)),
            "%d reports in a row, from %s to %s, lie within %s points of the schedule, which moved by %s points"
                .formatted(run.size(), first, last, within, number(moved))));
  }

  static List<Finding> percentFalls(Course course) {
    List<Finding> findings = new ArrayList<>();
    List<Report> reports = course.withPercent();
    for (int i = 1; i < reports.size(); i++) {
      Report before = reports.get(i - 1);
      Report report = reports.get(i);
      double was = before.percent().orElseThrow();
      double is = report.percent().orElseThrow();
      if (was - is >= Thresholds.FALL_POINTS) {
        findings.add(
            Finding.of(
                Kind.PERCENT_FALLS,
                report,
                "形象进度由 %s%%（%s）降到 %s%%（%s），减少 %s 个百分点"
                    .formatted(
                        number(was), before.asOf(), number(is), report.asOf(), number(was - is)),
                "percent complete falls from %s%% (%s) to %s%% (%s), by %s points"
                    .formatted(
                        number(was), before.asOf(), number(is), report.asOf(), number(was - is))));
      }
    }
    return findings;
  }

  static List<Finding> monthEndJump(Course course) {
    List<Finding> findings = new ArrayList<>();
    List<Report> reports = course.withPercent();
    for (int i = 2; i < reports.size(); i++) {
      Report first = reports.getFirst();
      Report before = reports.get(i - 1);
      Report report = reports.get(i);
      long days = ChronoUnit.DAYS.between(before.asOf(), report.asOf());
      long seen = ChronoUnit.DAYS.between(first.asOf(), before.asOf());
      double rise = report.percent().orElseThrow() - before.percent().orElseThrow();
      double earlier = before.percent().orElseThrow() - first.percent().orElseThrow();
      double pace = Math.max(0, earlier) / Math.max(1, seen);
      if (atMonthEnd(report.asOf())
          && days <= Thresholds.JUMP_DAYS
          && seen >= Thresholds.JUMP_PACE_DAYS
          && rise >= Thresholds.JUMP_POINTS
          && rise / days >= Thresholds.JUMP_FACTOR * pace) {
        findings.add(jump(before, report, days, rise, pace));
      }
    }
    return findings;
  }

  private static Finding jump(Report before, Report report, long days, double rise, double pace) {
    String usual = number(pace * days);
    return Finding.of(
        Kind.MONTH_END_JUMP,
        report,
        "到 %s（月末）的 %d 天内由 %s%% 跃升到 %s%%，增加 %s 个百分点；按此前的平均速度，这些天约为 %s 个百分点"
            .formatted(
                report.asOf(),
                days,
                number(before.percent().orElseThrow()),
                number(report.percent().orElseThrow()),
                number(rise),
                usual),
        "within the %d days up to %s, a month's end, progress jumps from %s%% to %s%%, by %s points; at the pace until then they would have brought about %s"
            .formatted(
                days,
                report.asOf(),
                number(before.percent().orElseThrow()),
                number(report.percent().orElseThrow()),
                number(rise),
                usual));
  }

  private static boolean atMonthEnd(LocalDate day) {
    return YearMonth.from(day).lengthOfMonth() - day.getDayOfMonth() < Thresholds.JUMP_LAST_DAYS;
  }

  /** One finding for each run, at its last report. */
  static List<Finding> sameFigureAgain(Course course) {
    List<Finding> findings = new ArrayList<>();
    List<Report> run = new ArrayList<>();
    for (Report report : course.withPercent()) {
      double percent = report.percent().orElseThrow();
      boolean goesOn = !run.isEmpty() && percent == run.getLast().percent().orElseThrow();
      boolean explained = report.obstacle() || course.stoppedOn(report.asOf());
      if (!goesOn || explained || percent <= 0 || percent >= 100) {
        closeSame(run, findings);
        run.clear();
      }
      if (!explained && percent > 0 && percent < 100) {
        run.add(report);
      }
    }
    closeSame(run, findings);
    return findings;
  }

  private static void closeSame(List<Report> run, List<Finding> findings) {
    if (run.size() < Thresholds.SAME_REPORTS) {
      return;
    }
    Report last = run.getLast();
    long days = ChronoUnit.DAYS.between(run.getFirst().asOf(), last.asOf());
    if (days < Thresholds.STANDSTILL_DAYS) {
      return;
    }
    String percent = number(last.percent().orElseThrow());
    findings.add(
        Finding.of(
            Kind.SAME_FIGURE_AGAIN,
            last,
            "%s 至 %s 连续 %d 次填报都是 %s%%，历时 %d 天，没有说明障碍，也没有批准停工"
                .formatted(run.getFirst().asOf(), last.asOf(), run.size(), percent, days),
            "%d reports in a row, from %s to %s (%d days), say %s%%, without an obstacle named or a stop approved"
                .formatted(run.size(), run.getFirst().asOf(), last.asOf(), days, percent)));
  }

  static List<Finding> progressWhileStopped(Course course) {
    List<Finding> findings = new ArrayList<>();
    List<Report> reports = course.withPercent();
    for (int i = 1; i < reports.size(); i++) {
      Report before = reports.get(i - 1);
      Report report = reports.get(i);
      double rise = report.percent().orElseThrow() - before.percent().orElseThrow();
      boolean stopped =
          course.stops().stream()
              .anyMatch(stop -> stop.covers(before.asOf()) && stop.covers(report.asOf()));
      if (stopped && rise >= Thresholds.STOPPED_POINTS) {
        findings.add(
            Finding.of(
                Kind.PROGRESS_WHILE_STOPPED,
                report,
                "停工期间（%s 至 %s）形象进度增加了 %s 个百分点"
                    .formatted(before.asOf(), report.asOf(), number(rise)),
                "progress gains %s points from %s to %s, while the works are stopped"
                    .formatted(number(rise), before.asOf(), report.asOf())));
      }
    }
    return findings;
  }
}
