package io.waymark.cli.demo;

import io.waymark.cli.pack.PlanPack.Project;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a project really goes in the demo, whatever it reports of it.
 *
 * @param percents physical percent complete at month ends, as it says them
 * @param temper how it keeps to its schedule
 * @param silentAfter the last day of which it reports; empty if it reports to the end
 * @param declared what finish it declares from which month end on
 * @param obstacle what it says of its trouble; empty if it has none
 * @param paid 亿元 spent by month ends; empty: as much as the works
 */
record Course(
    Project project,
    NavigableMap<LocalDate, Double> percents,
    Temper temper,
    Optional<LocalDate> silentAfter,
    Map<LocalDate, LocalDate> declared,
    String obstacle,
    NavigableMap<LocalDate, BigDecimal> paid) {

  /** How a project keeps to its schedule. */
  enum Temper {
    /** Earns more than is scheduled. */
    AHEAD(1.13, 0.15),
    /** About on schedule. */
    STEADY(0.93, 0.12),
    /** Falls behind. */
    SLOW(0.60, 0.16),
    /** Hardly moves. */
    STUCK(0.25, 0.25);

    private final double slowest;
    private final double range;

    Temper(double slowest, double range) {
      this.slowest = slowest;
      this.range = range;
    }

    /** Progress made for each unit due, for a fraction drawn from 0..1. */
    double pace(double fraction) {
      return slowest + range * fraction;
    }

    boolean late() {
      return this == SLOW || this == STUCK;
    }
  }

  /** Percent complete on a month end; 0 before the first. */
  double percentAt(LocalDate monthEnd) {
    Map.Entry<LocalDate, Double> known = percents.floorEntry(monthEnd);
    return known == null ? 0 : known.getValue();
  }

  /** True if it is finished by that month end. */
  boolean finishedBy(LocalDate monthEnd) {
    return percentAt(monthEnd) >= 100;
  }

  /** The finish that it declares at a month end. */
  Optional<LocalDate> declaredAt(LocalDate monthEnd) {
    NavigableMap<LocalDate, LocalDate> byDay = new TreeMap<>(declared);
    return Optional.ofNullable(byDay.floorEntry(monthEnd)).map(Map.Entry::getValue);
  }

  Course silentAfter(LocalDate day) {
    return new Course(project, percents, temper, Optional.of(day), declared, obstacle, paid);
  }
}
