package io.waymark.alerting.domain;

import io.waymark.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What deadlines are counted by: the ladders, the working days, and where a day begins. */
public final class Rules {
  private final Map<String, Ladder> byPlan = new HashMap<>();
  private final Ladder usual;
  private final WorkingCalendar calendar;
  private final ZoneId zone;

  /**
   * Creates the rules.
   *
   * @param ladders the first one without plans holds for every plan that no other names
   */
  public Rules(Collection<Ladder> ladders, WorkingCalendar calendar, ZoneId zone) {
    this.calendar = calendar;
    this.zone = zone;
    this.usual =
        ladders.stream().filter(ladder -> ladder.plans().isEmpty()).findFirst().orElseThrow();
    ladders.forEach(ladder -> ladder.plans().forEach(plan -> byPlan.put(plan, ladder)));
  }

  /** The plan's ladder. */
  public Ladder ladder(String planId) {
    return byPlan.getOrDefault(planId, usual);
  }

  /** Every ladder that some plan goes by. */
  public List<Ladder> ladders() {
    return Stream.concat(Stream.of(usual), byPlan.values().stream()).distinct().toList();
  }

  /** Where a day begins. */
  public ZoneId zone() {
    return zone;
  }

  /** Which days are worked. */
  public WorkingCalendar calendar() {
    return calendar;
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** When this many working days after a time are over, at the ladder's hour. */
  Instant after(Ladder ladder, Instant since, int workingDays) {
    return at(ladder, calendar.plus(day(since), workingDays));
  }

  Instant at(Ladder ladder, LocalDate day) {
    return day.atTime(ladder.time()).atZone(zone).toInstant();
  }
}
