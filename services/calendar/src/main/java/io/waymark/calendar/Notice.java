package io.waymark.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a notice says of its year.
 *
 * @param document its number, such as 国办发明电〔2025〕7号
 * @param date when it was published
 * @param url where it stands
 * @param free days off, with the holiday's name
 * @param worked Saturdays and Sundays that are worked
 */
public record Notice(
    int year,
    String document,
    LocalDate date,
    String url,
    Map<LocalDate, Words> free,
    Set<LocalDate> worked) {
  /** Copies what it is given. */
  public Notice {
    free = Map.copyOf(free);
    worked = Set.copyOf(worked);
  }

  /** A festival of the lunar calendar: how many days it takes, and its first one in each year. */
  record Lunar(Words name, int days, List<LocalDate> first) {
    Lunar {
      first = List.copyOf(first);
    }
  }
}
