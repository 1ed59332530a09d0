package io.waymark.honesty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A project's plan and everything that was reported of it.
 *
 * @param schedule its own schedule, dates rising; empty for a straight line from start to finish
 * @param budget in the unit of the money reported
 * @param stops approved stops of the clock
 * @param reports in the order of recording, corrected ones included
 */
public record Course(
    Optional<LocalDate> start,
    Optional<LocalDate> finish,
    List<Point> schedule,
    Optional<BigDecimal> budget,
    List<Stop> stops,
    List<Report> reports) {

  /** Copies the lists. */
  public Course {
    schedule = List.copyOf(schedule);
    stops = List.copyOf(stops);
    reports = List.copyOf(reports);
  }

  /**
   * A point of the schedule.
   *
   * @param milestoneZh what is to be reached, empty if nothing
   * @param milestoneEn the same in English
   */
  public record Point(LocalDate date, double percent, String milestoneZh, String milestoneEn) {
    boolean isMilestone() {
      return !milestoneZh.isEmpty() || !milestoneEn.isEmpty();
    }
  }

  /**
   * A stop of the clock.
   *
   * @param until first day on which it runs again; empty while it stands
   */
  public record Stop(LocalDate from, Optional<LocalDate> until) {
    boolean covers(LocalDate day) {
      return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    private long daysBefore(LocalDate day) {
      LocalDate end = until.filter(again -> again.isBefore(day)).orElse(day);
      return Math.max(0, ChronoUnit.DAYS.between(from, end));
    }
  }

  /**
   * Reports that were not corrected, by the day that they speak of; of one day the last recorded.
   */
  List<Report> inForce() {
    Set<String> corrected = new HashSet<>();
    reports.forEach(report -> corrected.add(report.corrects()));
    List<Report> inForce =
        reports.stream()
            .filter(report -> !corrected.contains(report.id()))
            .sorted(Comparator.comparing(Report::asOf))
            .toList();
    List<Report> last = new ArrayList<>();
    for (Report report : inForce) {
      if (!last.isEmpty() && last.getLast().asOf().equals(report.asOf())) {
        last.removeLast();
      }
      last.add(report);
    }
    return last;
  }

  /** Reports in force that state a percentage. */
  List<Report> withPercent() {
    return inForce().stream().filter(report -> report.percent().isPresent()).toList();
  }

  boolean stoppedOn(LocalDate day) {
    return stops.stream().anyMatch(stop -> stop.covers(day));
  }

  /** Planned percent on a day, stops not counted; empty where nothing is planned. */
  OptionalDouble scheduled(LocalDate day) {
    if (start.isEmpty() || finish.isEmpty()) {
      return OptionalDouble.empty();
    }
    LocalDate planned = day.minusDays(stops.stream().mapToLong(stop -> stop.daysBefore(day)).sum());
    LocalDate from = start.get();
    double percent = 0;
    for (Point point : schedule) {
      if (!planned.isAfter(point.date())) {
        return OptionalDouble.of(between(from, percent, point.date(), point.percent(), planned));
      }
      from = point.date();
      percent = point.percent();
    }
    return OptionalDouble.of(between(from, percent, finish.get(), 100, planned));
  }

  private static double between(
      LocalDate from, double low, LocalDate to, double high, LocalDate day) {
    if (!day.isAfter(from)) {
      return low;
    }
    if (!day.isBefore(to)) {
      return high;
    }
    double share = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
    return low + (high - low) * share;
  }
}
