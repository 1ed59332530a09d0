package io.waymark.indicator.judge;

import io.waymark.judging.TargetFigures;
import io.waymark.judging.TargetJudgement;
import io.waymark.judging.TargetQuestion;
import io.waymark.proto.indicator.v1.Course;
import io.waymark.proto.indicator.v1.CoursePoint;
import io.waymark.proto.indicator.v1.FanPoint;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.Suspension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a subject's chart. */
final class Courses {
  static final int HISTORY = 40;
  static final int FAN = 16;

  private Courses() {}

  static Course ofTarget(TargetJudgement judged) {
    Course.Builder course = Course.newBuilder();
    TargetFigures figures = judged.figures();
    last(figures.counted())
        .forEach(one -> course.addHistory(point(one.periodEnd(), one.value().doubleValue())));
    schedule(figures, course);
    if (judged.outlook() != null) {
      thinned(Answers.outlook(judged.outlook()).getFanList()).forEach(course::addFan);
    }
    return course.build();
  }

  private static void schedule(TargetFigures figures, Course.Builder course) {
    TargetQuestion question = figures.question();
    BigDecimal base = figures.base();
    LocalDate from = figures.baseDate();
    BigDecimal target = question.value();
    if (base == null || from == null || target == null) {
      return;
    }
    course.addSchedule(point(from, base.doubleValue()));
    question
        .waypoints()
        .forEach(one -> course.addSchedule(point(one.date(), one.value().doubleValue())));
    course.addSchedule(point(question.due(), target.doubleValue()));
  }

  /** With its first and its last date. */
  private static List<FanPoint> thinned(List<FanPoint> fan) {
    if (fan.size() <= FAN) {
      return fan;
    }
    List<FanPoint> some = new ArrayList<>();
    for (int i = 0; i < FAN; i++) {
      some.add(fan.get((int) Math.round((double) i * (fan.size() - 1) / (FAN - 1))));
    }
    return some;
  }

  static Course ofProject(ProjectState state) {
    Course.Builder course = Course.newBuilder();
    List<ProgressReport> told =
        state.getReportsList().stream().filter(ProgressReport::hasPercentComplete).toList();
    last(told)
        .forEach(one ->
            course.addHistory(point(LocalDate.parse(one.getAsOf()), one.getPercentComplete())));
    withStops(planned(state.getProject()), state.getSuspensionsList()).forEach(course::addSchedule);
    return course.build();
  }

  private record Corner(LocalDate date, double percent) {}

  private static List<Corner> planned(Project project) {
    if (project.getScheduleCount() > 0) {
      return project.getScheduleList().stream()
          .map(one -> new Corner(LocalDate.parse(one.getDate()), one.getPercent()))
          .toList();
    }
    LocalDate start = Dates.of(project.getPlannedStart());
    LocalDate finish = Dates.of(project.getPlannedFinish());
    return start == null || finish == null || !finish.isAfter(start)
        ? List.of()
        : List.of(new Corner(start, 0), new Corner(finish, 100));
  }

  /** While the clock is stopped the schedule stands still; what follows moves by as many days. */
  private static List<CoursePoint> withStops(List<Corner> planned, List<Suspension> stops) {
    List<CoursePoint> points = new ArrayList<>();
    long stopped = 0;
    @Nullable Corner before = null;
    List<Suspension> ahead = new ArrayList<>(stops);
    ahead.removeIf(stop -> stop.getUntil().isEmpty());
    ahead.sort(Comparator.comparing(Suspension::getFrom));
    for (Corner corner : planned) {
      while (before != null && !ahead.isEmpty()) {
        LocalDate from = LocalDate.parse(ahead.getFirst().getFrom());
        LocalDate onPaper = from.minusDays(stopped);
        if (!onPaper.isBefore(corner.date())) {
          break;
        }
        LocalDate until = LocalDate.parse(ahead.removeFirst().getUntil());
        if (onPaper.isAfter(before.date())) {
          double reached = between(before, corner, onPaper);
          points.add(point(from, reached));
          points.add(point(until, reached));
          stopped += Math.max(0, ChronoUnit.DAYS.between(from, until));
        }
      }
      points.add(point(corner.date().plusDays(stopped), corner.percent()));
      before = corner;
    }
    return points;
  }

  private static double between(Corner from, Corner to, LocalDate date) {
    double whole = ChronoUnit.DAYS.between(from.date(), to.date());
    double gone = ChronoUnit.DAYS.between(from.date(), date);
    return from.percent() + (to.percent() - from.percent()) * gone / Math.max(1, whole);
  }

  private static CoursePoint point(LocalDate date, double value) {
    return CoursePoint.newBuilder().setDate(date.toString()).setValue(value).build();
  }

  /** As many as a chart shows. */
  static <T> List<T> last(List<T> all) {
    return all.subList(Math.max(0, all.size() - HISTORY), all.size());
  }
}
