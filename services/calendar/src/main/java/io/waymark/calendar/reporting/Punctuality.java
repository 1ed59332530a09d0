package io.waymark.calendar.reporting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How punctual somebody was.
 *
 * @param due reports that are asked for now and still have time
 * @param daysLate of all late and missing ones together
 */
public record Punctuality(int inTime, int late, int missing, int due, int daysLate) {
  /** Sums duties up. */
  public static Punctuality of(Collection<Duty> duties, LocalDate today) {
    int inTime = 0;
    int late = 0;
    int missing = 0;
    int due = 0;
    int daysLate = 0;
    for (Duty duty : duties) {
      switch (duty.standing()) {
        case IN_TIME -> inTime++;
        case LATE -> late++;
        case MISSING -> missing++;
        case DUE -> due++;
        case UPCOMING -> {}
      }
      daysLate += duty.daysLate(today);
    }
    return new Punctuality(inTime, late, missing, due, daysLate);
  }

  /** Reports whose time is over. */
  public int closed() {
    return inTime + late + missing;
  }

  /** In time among those whose time is over, 0..1; empty if there are none yet. */
  public OptionalDouble share() {
    return closed() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) inTime / closed());
  }
}
