package io.waymark.judging;

import io.waymark.judging.OwnSeries.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures that count for a target, and its base.
 *
 * @param figures up to the as-of and due dates, oldest first, one per day; where they start again
 *     each January, as sums of the last twelve months, or since the base where the target is a sum
 * @param reported the same figures as they were reported
 * @param base the base figure; null if there is none
 * @param baseDate the day that it speaks of
 * @param serving the figure that serves as base; null if the base is given
 * @param points the series as reported with the base among it, oldest first
 * @param path the figures that count with the base among them, oldest first
 */
record History(
    List<Figure> figures,
    List<Figure> reported,
    @Nullable BigDecimal base,
    @Nullable LocalDate baseDate,
    @Nullable Figure serving,
    List<Point> points,
    List<Point> path) {

  static History of(TargetQuestion question) {
    LocalDate day = question.dayBeforePlan();
    LocalDate given = question.baseDate() == null ? day : question.baseDate();
    boolean sum = question.measure() == Measure.CUMULATIVE;
    List<Figure> all = upTo(question.figures(), question);
    List<Figure> reported =
        sum && !question.yearToDate()
            ? all.stream().filter(figure -> figure.periodEnd().isAfter(given)).toList()
            : all;
    List<Figure> figures = counted(question, reported, given);
    if (question.baseValue() != null || sum) {
      BigDecimal base = question.baseValue() == null ? BigDecimal.ZERO : question.baseValue();
      return of(question, figures, reported, base, given, null);
    }
    Figure serving = serving(figures, day, question.planStart().plusYears(1));
    return serving == null
        ? of(question, figures, reported, null, null, null)
        : of(question, figures, reported, serving.value(), serving.periodEnd(), serving);
  }

  private static History of(
      TargetQuestion question,
      List<Figure> figures,
      List<Figure> reported,
      @Nullable BigDecimal base,
      @Nullable LocalDate baseDate,
      @Nullable Figure serving) {
    List<Point> points = withBase(reported, base, baseDate);
    List<Point> path = question.yearToDate() ? withBase(figures, base, baseDate) : points;
    return new History(figures, reported, base, baseDate, serving, points, path);
  }

  /** Figures of later days than the as-of date that are known all the same, as they count. */
  static List<Figure> later(TargetQuestion question, LocalDate base) {
    for (Figure figure : question.figures()) {
      if (figure.periodEnd().isAfter(question.asOf())) {
        return counted(question, upTo(question.figures(), question.due()), base).stream()
            .filter(one -> one.periodEnd().isAfter(question.asOf()))
            .toList();
      }
    }
    return List.of();
  }

  private static List<Figure> counted(
      TargetQuestion question, List<Figure> reported, LocalDate base) {
    if (!question.yearToDate()) {
      return reported;
    }
    return question.measure() == Measure.CUMULATIVE
        ? SumOfYears.figures(reported, base)
        : RunningYear.of(reported);
  }

  /** Oldest first, one per day: of two the one with the greater id. */
  static List<Figure> upTo(List<Figure> figures, TargetQuestion question) {
    return upTo(
        figures, question.asOf().isBefore(question.due()) ? question.asOf() : question.due());
  }

  private static List<Figure> upTo(List<Figure> figures, LocalDate last) {
    if (inOrder(figures, last)) {
      return figures;
    }
    Map<LocalDate, Figure> byDay = new TreeMap<>();
    figures.stream()
        .filter(figure -> !figure.periodEnd().isAfter(last))
        .sorted(Comparator.comparing(Figure::id))
        .forEach(figure -> byDay.put(figure.periodEnd(), figure));
    return List.copyOf(byDay.values());
  }

  /** Most questions bring their figures as they are needed. */
  private static boolean inOrder(List<Figure> figures, LocalDate last) {
    for (int i = 1; i < figures.size(); i++) {
      if (!figures.get(i - 1).periodEnd().isBefore(figures.get(i).periodEnd())) {
        return false;
      }
    }
    return figures.isEmpty() || !figures.getLast().periodEnd().isAfter(last);
  }

  /** The last figure before the plan, else the first of its first year. */
  private static @Nullable Figure serving(
      List<Figure> figures, LocalDate before, LocalDate latest) {
    Figure serving = null;
    for (Figure figure : figures) {
      boolean early = !figure.periodEnd().isAfter(before);
      if (early || (serving == null && !figure.periodEnd().isAfter(latest))) {
        serving = figure;
      }
    }
    return serving;
  }

  @Nullable Figure last() {
    return figures.isEmpty() ? null : figures.getLast();
  }

  /** The last one reported. */
  @Nullable Figure newest() {
    return reported.isEmpty() ? null : reported.getLast();
  }

  /** The last figure if it speaks of a day after the base: only such a one shows progress. */
  @Nullable Figure lastSinceBase() {
    Figure last = last();
    return last != null && baseDate != null && last.periodEnd().isAfter(baseDate) ? last : null;
  }

  /** The series as reported, oldest first. */
  List<Point> reportedPoints() {
    return reported.stream()
        .map(figure -> new Point(figure.periodEnd(), figure.value().doubleValue()))
        .toList();
  }

  private static List<Point> withBase(
      List<Figure> some, @Nullable BigDecimal base, @Nullable LocalDate baseDate) {
    List<Point> points = new ArrayList<>(some.size() + 1);
    boolean based = false;
    for (Figure figure : some) {
      based |= figure.periodEnd().equals(baseDate);
      points.add(new Point(figure.periodEnd(), figure.value().doubleValue()));
    }
    if (base != null && baseDate != null && !based) {
      points.add(new Point(baseDate, base.doubleValue()));
      points.sort(Comparator.comparing(Point::date));
    }
    return Collections.unmodifiableList(points);
  }
}
