package io.waymark.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statutory days of a year that no notice covers (全国年节及纪念日放假办法 of 2024, Articles 2 and 6): one
 * that falls on a weekend, or on another one, is made up for on the next working day.
 */
final class Statutory {
  private static final Words NEW_YEAR = new Words("元旦", "New Year's Day");
  private static final Words QINGMING = new Words("清明节", "Qingming Festival");
  private static final Words LABOUR = new Words("劳动节", "Labour Day");
  private static final Words NATIONAL = new Words("国庆节", "National Day");

  private final List<Notice.Lunar> lunar;
  private final Map<Integer, Map<LocalDate, Words>> years = new ConcurrentHashMap<>();

  Statutory(List<Notice.Lunar> lunar) {
    this.lunar = List.copyOf(lunar);
  }

  /** Days off of a year, besides its weekends. */
  Map<LocalDate, Words> free(int year) {
    return years.computeIfAbsent(year, this::compute);
  }

  /** Whether the table holds the lunar festivals of a year. */
  boolean knowsLunar(int year) {
    return lunar.stream()
        .allMatch(festival -> festival.first().stream().anyMatch(day -> day.getYear() == year));
  }

  private Map<LocalDate, Words> compute(int year) {
    List<Map.Entry<LocalDate, Words>> days = new ArrayList<>();
    days.add(Map.entry(LocalDate.of(year, Month.JANUARY, 1), NEW_YEAR));
    days.add(Map.entry(qingming(year), QINGMING));
    run(days, LocalDate.of(year, Month.MAY, 1), 2, LABOUR);
    run(days, LocalDate.of(year, Month.OCTOBER, 1), 3, NATIONAL);
    for (Notice.Lunar festival : lunar) {
      festival.first().stream()
          .filter(day -> day.getYear() == year)
          .forEach(day -> run(days, day, festival.days(), festival.name()));
    }
    days.sort(Map.Entry.comparingByKey());
    return settle(days);
  }

  private static void run(
      List<Map.Entry<LocalDate, Words>> days, LocalDate first, int count, Words name) {
    for (int i = 0; i < count; i++) {
      days.add(Map.entry(first.plusDays(i), name));
    }
  }

  private static Map<LocalDate, Words> settle(List<Map.Entry<LocalDate, Words>> days) {
    Map<LocalDate, Words> free = new HashMap<>();
    List<Words> owed = new ArrayList<>();
    List<LocalDate> from = new ArrayList<>();
    for (Map.Entry<LocalDate, Words> day : days) {
      boolean taken = free.putIfAbsent(day.getKey(), day.getValue()) != null;
      if (taken || weekend(day.getKey())) {
        owed.add(day.getValue());
        from.add(day.getKey());
      }
    }
    for (int i = 0; i < owed.size(); i++) {
      LocalDate next = from.get(i);
      while (weekend(next) || free.containsKey(next)) {
        next = next.plusDays(1);
      }
      free.put(next, owed.get(i));
    }
    return Map.copyOf(free);
  }

  /** The solar term that the festival keeps: right for 2000-2099. */
  private static LocalDate qingming(int year) {
    int y = Math.floorMod(year, 100);
    int day = (int) Math.floor(y * 0.2422 + 4.81) - y / 4;
    return LocalDate.of(year, Month.APRIL, day);
  }

  static boolean weekend(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }
}
