package io.waymark.honesty;

import static io.waymark.honesty.Words.number;

import io.waymark.honesty.Course.Point;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules on completion, expected finishes and rewritten figures. */
final class ClaimRules {
  private ClaimRules() {}

  /** Looks at the first report that says that the works are done. */
  static List<Finding> completionWithoutMilestones(Course course) {
    List<Report> reports = course.inForce();
    Optional<Report> done = reports.stream().filter(Report::done).findFirst();
    if (done.isEmpty()) {
      return List.of();
    }
    Report report = done.get();
    List<Report> upTo = reports.subList(0, reports.indexOf(report) + 1);
    List<Point> milestones = course.schedule().stream().filter(Point::isMilestone).toList();
    return milestones.isEmpty() ? outOfNothing(upTo, report) : unreached(milestones, upTo, report);
  }

  private static List<Finding> unreached(List<Point> milestones, List<Report> upTo, Report report) {
    Set<String> reached = new HashSet<>();
    upTo.forEach(earlier -> reached.addAll(earlier.milestones()));
    List<Point> missing =
        milestones.stream()
            .filter(point -> !reached.contains(point.milestoneZh()))
            .filter(point -> !reached.contains(point.milestoneEn()))
            .toList();
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.of(
            Kind.COMPLETION_WITHOUT_MILESTONES,
            report,
            "已报完工，但计划的 %d 个里程碑中有 %d 个从未报告完成：%s"
                .formatted(milestones.size(), missing.size(), names(missing, true)),
            "reported complete, though %d of the %d scheduled milestones were never reported: %s"
                .formatted(missing.size(), milestones.size(), names(missing, false))));
  }

  private static String names(List<Point> points, boolean chinese) {
    return points.stream()
        .map(point -> {
          String zh = point.milestoneZh();
          String en = point.milestoneEn();
          String first = chinese ? zh : en;
          return first.isEmpty() ? zh + en : first;
        })
        .collect(Collectors.joining(chinese ? "、" : ", "));
  }

  private static List<Finding> outOfNothing(List<Report> upTo, Report report) {
    List<Report> before =
        upTo.stream().filter(r -> !r.equals(report) && r.percent().isPresent()).toList();
    if (before.isEmpty()
        || before.getLast().percent().orElseThrow() >= Thresholds.COMPLETION_FROM) {
      return List.of();
    }
    Report last = before.getLast();
    String was = number(last.percent().orElseThrow());
    return List.of(
        Finding.of(
            Kind.COMPLETION_WITHOUT_MILESTONES,
            report,
            "上一次填报（%s）为 %s%%，这一次（%s）即报完工，中间没有里程碑".formatted(last.asOf(), was, report.asOf()),
            "the report before (%s) said %s%%, this one (%s) says complete, with no milestone between"
                .formatted(last.asOf(), was, report.asOf())));
  }

  static List<Finding> finishPassed(Course course) {
    return course.inForce().stream()
        .filter(report -> !report.done())
        .filter(report -> report.expectedFinish().map(report.asOf()::isAfter).orElse(false))
        .map(report -> {
          LocalDate finish = report.expectedFinish().orElseThrow();
          return Finding.of(
              Kind.FINISH_PASSED,
              report,
              "%s 的填报称预计 %s 完工，这一天已经过去，而工程尚未完成".formatted(report.asOf(), finish),
              "the report of %s expects completion on %s, a day that had passed, and the works are not done"
                  .formatted(report.asOf(), finish));
        })
        .toList();
  }

  static List<Finding> rewrittenBeforeEvaluation(Course course) {
    Map<String, Report> byId = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Report report : course.reports()) {
      byId.put(report.id(), report);
      Report corrected = byId.get(report.corrects());
      if (corrected != null) {
        evaluationAfter(report.recordedOn())
            .flatMap(evaluation -> rewrite(corrected, report, evaluation))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> rewrite(Report was, Report is, LocalDate evaluation) {
    long stood = ChronoUnit.DAYS.between(was.recordedOn(), is.recordedOn());
    if (stood < Thresholds.REWRITE_STOOD_DAYS) {
      return Optional.empty();
    }
    String zh = "%s 的填报已记录 %d 天，在评估日（%s）前 %d 天改写：";
    String en =
        "the report of %s had stood for %d days and was rewritten %4$d days before the evaluation of %3$s: ";
    long before = ChronoUnit.DAYS.between(is.recordedOn(), evaluation);
    double gain = is.percent().orElse(0) - was.percent().orElse(0);
    if (was.percent().isPresent()
        && is.percent().isPresent()
        && gain >= Thresholds.REWRITE_POINTS) {
      String from = number(was.percent().getAsDouble());
      String to = number(is.percent().getAsDouble());
      return Optional.of(
          Finding.of(
              Kind.REWRITTEN_BEFORE_EVALUATION,
              is,
              zh.formatted(was.asOf(), stood, evaluation, before)
                  + "形象进度由 %s%% 改为 %s%%".formatted(from, to),
              en.formatted(was.asOf(), stood, evaluation, before)
                  + "percent complete from %s%% to %s%%".formatted(from, to)));
    }
    return was.expectedFinish()
        .flatMap(from -> is.expectedFinish().map(to -> ChronoUnit.DAYS.between(to, from)))
        .filter(days -> days >= Thresholds.REWRITE_FINISH_DAYS)
        .map(days ->
            Finding.of(
                Kind.REWRITTEN_BEFORE_EVALUATION,
                is,
                zh.formatted(was.asOf(), stood, evaluation, before)
                    + "预计完工提前了 %d 天".formatted(days),
                en.formatted(was.asOf(), stood, evaluation, before)
                    + "the expected finish was brought forward by %d days".formatted(days)));
  }

  /** The evaluation that a day lies shortly before. */
  private static Optional<LocalDate> evaluationAfter(LocalDate day) {
    return Thresholds.EVALUATIONS.stream()
        .map(evaluation -> evaluation.atYear(day.getYear()))
        .filter(evaluation -> !evaluation.isBefore(day))
        .filter(
            evaluation -> ChronoUnit.DAYS.between(day, evaluation) < Thresholds.REWRITE_BEFORE_DAYS)
        .findFirst();
  }
}
