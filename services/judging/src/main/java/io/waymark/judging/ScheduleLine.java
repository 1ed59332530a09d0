package io.waymark.judging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Planned percent complete by working days since the start: the project's own points, joined by
 * straight lines, else one straight line from start to finish. Approved stops move the days.
 */
final class ScheduleLine {
  private final ProjectQuestion question;
  private final LocalDate start;
  private final @Nullable LocalDate finish;
  private final double[] days;
  private final double[] percents;

  private ScheduleLine(
      ProjectQuestion question,
      LocalDate start,
      @Nullable LocalDate finish,
      double[] days,
      double[] percents) {
    this.question = question;
    this.start = start;
    this.finish = finish;
    this.days = days;
    this.percents = percents;
  }

  /** Null if the question states neither a start and a later finish nor a schedule. */
  static @Nullable ScheduleLine of(ProjectQuestion question) {
    return question.schedule().isEmpty() ? straight(question) : given(question);
  }

  private static @Nullable ScheduleLine straight(ProjectQuestion question) {
    LocalDate start = question.plannedStart();
    LocalDate finish = question.plannedFinish();
    if (start == null || finish == null || !finish.isAfter(start)) {
      return null;
    }
    double length = ChronoUnit.DAYS.between(start, finish);
    return new ScheduleLine(
        question, start, finish, new double[] {0, length}, new double[] {0, 100});
  }

  /** From 0 % at the planned start, or from the first point; up to 100 %. */
  private static ScheduleLine given(ProjectQuestion question) {
    List<SchedulePoint> points = question.schedule();
    LocalDate planned = question.plannedStart();
    LocalDate first = points.getFirst().date();
    LocalDate start = planned == null || planned.isAfter(first) ? first : planned;
    int lead = start.isBefore(first) ? 1 : 0;
    int size = points.size();
    double[] days = new double[lead + size + 1];
    double[] percents = new double[lead + size + 1];
    for (int i = 0; i < size; i++) {
      days[lead + i] = ChronoUnit.DAYS.between(start, points.get(i).date());
      percents[lead + i] = points.get(i).percent();
    }
    LocalDate finish = finish(question.plannedFinish(), points.getLast());
    days[lead + size] = length(start, finish, days[lead + size - 1], percents[lead + size - 1]);
    percents[lead + size] = 100;
    return new ScheduleLine(question, start, finish, days, percents);
  }

  private static @Nullable LocalDate finish(@Nullable LocalDate planned, SchedulePoint last) {
    return planned == null && last.percent() >= 100 ? last.date() : planned;
  }

  /** Where nobody states a finish the schedule's average pace goes on. */
  private static double length(
      LocalDate start, @Nullable LocalDate finish, double lastDays, double lastPercent) {
    double pace = lastPercent <= 0 ? 1 : Math.max(1, lastDays * (100 / lastPercent - 1));
    double stated = finish == null ? lastDays + pace : ChronoUnit.DAYS.between(start, finish);
    return Math.max(stated, lastPercent >= 100 ? lastDays : lastDays + 1);
  }

  LocalDate start() {
    return start;
  }

  /** The planned finish, without stops; null if nobody states one. */
  @Nullable LocalDate finish() {
    return finish;
  }

  /** Planned duration in working days. */
  double length() {
    return days[days.length - 1];
  }

  /** Working days from the start to a date. */
  double worked(LocalDate date) {
    return ProjectState.workingDays(question, start, date);
  }

  /** Working days from the start after which a day is planned to come. */
  double plannedAfter(LocalDate planned) {
    return ChronoUnit.DAYS.between(start, planned);
  }

  /** Planned percent 0..100 after so many working days. */
  double percentAfter(double worked) {
    int i = segment(worked);
    return i == days.length ? 100 : between(percents, days, i, worked);
  }

  /** Planned percent 0..100 on a day, stops taken out. */
  double percentOn(LocalDate date) {
    return date.isBefore(start) ? 0 : percentAfter(worked(date));
  }

  /** The arithmetic of {@link #percentAfter}, such as {@code 40 % + (60 − 40) % × 91 / 184}. */
  String arithmetic(double worked) {
    int i = segment(worked);
    if (i == days.length) {
      return "100 %";
    }
    String to = plain(percents[i]);
    String from = plain(percents[i - 1]);
    String way = percents[i - 1] == 0 ? to + " %" : from + " % + (" + to + " − " + from + ") %";
    double passed = worked - days[i - 1];
    return way + " × " + plain(passed) + " / " + plain(days[i] - days[i - 1]);
  }

  /** The first point after so many days; the number of points if none. */
  private int segment(double worked) {
    int i = 0;
    while (i < days.length && days[i] <= worked) {
      i++;
    }
    return i;
  }

  /**
   * Earned schedule: the working days after which the schedule had the percent (Lipke 2003). Where
   * it pauses at that percent, the days spent count, as far as the pause goes.
   */
  double earned(double percent, double spent) {
    return Math.clamp(spent, earliest(percent), Math.max(earliest(percent), latest(percent)));
  }

  private double earliest(double percent) {
    int i = 0;
    while (i < percents.length && percents[i] < percent) {
      i++;
    }
    return i == 0 ? 0 : i == percents.length ? length() : between(days, percents, i, percent);
  }

  private double latest(double percent) {
    int i = percents.length - 1;
    while (i >= 0 && percents[i] > percent) {
      i--;
    }
    return i < 0
        ? 0
        : i == percents.length - 1 ? length() : between(days, percents, i + 1, percent);
  }

  /** On the line through points i - 1 and i. */
  private static double between(double[] ys, double[] xs, int i, double x) {
    return ys[i - 1] + (ys[i] - ys[i - 1]) * (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
  }

  private static String plain(double number) {
    return Numbers.fixed(number, number == Math.rint(number) ? 0 : 1);
  }
}
