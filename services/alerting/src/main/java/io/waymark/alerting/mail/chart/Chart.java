package io.waymark.alerting.mail.chart;

import io.waymark.alerting.domain.Course;
import io.waymark.alerting.domain.ProjectFigures;
import io.waymark.alerting.domain.Quantiles;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn.
 *
 * @param fan what is expected, oldest first
 * @param goal the target's mark, or where a project is to be finished
 * @param percent whether the scale is that of a project, 0..100 %
 */
record Chart(
    LocalDate asOf,
    List<Course.Point> history,
    List<Course.Point> schedule,
    List<Course.Band> fan,
    Course.@Nullable Point goal,
    boolean percent) {

  Chart {
    history = history.stream().filter(point -> Double.isFinite(point.value())).toList();
    schedule = schedule.stream().filter(point -> Double.isFinite(point.value())).toList();
    fan = fan.stream().filter(band -> finite(band.quantiles())).toList();
  }

  private static boolean finite(Quantiles at) {
    return Double.isFinite(at.p10() + at.p25() + at.p50() + at.p75() + at.p90());
  }

  /** The chart of a verdict, or null where there is nothing worth a picture. */
  static @Nullable Chart of(Verdict verdict) {
    Course course = verdict.course();
    if (course.history().isEmpty() && course.schedule().isEmpty()) {
      return null;
    }
    if (verdict.project() != null) {
      return ofProject(verdict, verdict.project());
    }
    return verdict.target() == null ? null : ofTarget(verdict, verdict.target());
  }

  private static Chart ofTarget(Verdict verdict, TargetFigures target) {
    Course course = verdict.course();
    LocalDate due = target.due();
    BigDecimal goal = target.targetValue();
    return new Chart(
        verdict.asOf(),
        course.history(),
        course.schedule(),
        course.fan(),
        due == null || goal == null ? null : new Course.Point(due, goal.doubleValue()),
        false);
  }

  /** A project's fan opens from its last report to the days on which it may be finished. */
  private static Chart ofProject(Verdict verdict, ProjectFigures project) {
    Course course = verdict.course();
    LocalDate planned = project.plannedFinish();
    return new Chart(
        verdict.asOf(),
        course.history(),
        course.schedule(),
        course.history().isEmpty() ? List.of() : finishing(course.history().getLast(), project),
        planned == null ? null : new Course.Point(planned, 100),
        true);
  }

  private static List<Course.Band> finishing(Course.Point last, ProjectFigures project) {
    LocalDate early = project.finishP10();
    LocalDate middle = project.finishP50();
    LocalDate late = project.finishP90();
    if (early == null || middle == null || late == null || !early.isAfter(last.date())) {
      return List.of();
    }
    List<Course.Band> fan = new ArrayList<>();
    for (LocalDate date : List.of(last.date(), early, middle, late)) {
      double slow = done(last, late, date);
      double likely = done(last, middle, date);
      double fast = done(last, early, date);
      fan.add(
          new Course.Band(
              date, new Quantiles(slow, (slow + likely) / 2, likely, (likely + fast) / 2, fast)));
    }
    return fan;
  }

  private static double done(Course.Point last, LocalDate finish, LocalDate date) {
    double whole = Math.max(1, ChronoUnit.DAYS.between(last.date(), finish));
    double gone = ChronoUnit.DAYS.between(last.date(), date);
    return Math.min(100, last.value() + (100 - last.value()) * gone / whole);
  }

  LocalDate from() {
    return dates().stream().min(LocalDate::compareTo).orElse(asOf);
  }

  LocalDate until() {
    return dates().stream().max(LocalDate::compareTo).orElse(asOf);
  }

  private List<LocalDate> dates() {
    List<LocalDate> dates = new ArrayList<>();
    history.forEach(point -> dates.add(point.date()));
    schedule.forEach(point -> dates.add(point.date()));
    fan.forEach(band -> dates.add(band.date()));
    if (goal != null) {
      dates.add(goal.date());
    }
    dates.add(asOf);
    return dates;
  }

  List<Double> values() {
    List<Double> values = new ArrayList<>();
    history.forEach(point -> values.add(point.value()));
    schedule.forEach(point -> values.add(point.value()));
    fan.forEach(band -> {
      values.add(band.quantiles().p10());
      values.add(band.quantiles().p90());
    });
    if (goal != null) {
      values.add(goal.value());
    }
    return values;
  }
}
