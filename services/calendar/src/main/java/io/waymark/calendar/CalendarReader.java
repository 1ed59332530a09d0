package io.waymark.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a calendar's file; everything that is wrong with it becomes a fault. */
final class CalendarReader {
  private static final int LONGEST_RUN = 31;

  private final String file;
  private final List<Words> faults = new ArrayList<>();
  private final Map<Integer, Notice> notices = new TreeMap<>();
  private final List<Notice.Lunar> lunar = new ArrayList<>();

  private CalendarReader(String file) {
    this.file = file;
  }

  static CalendarReader read(String file, String yaml) {
    CalendarReader reader = new CalendarReader(file);
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(false).setMaxAliasesForCollections(5).build();
    try {
      reader.document(new Load(settings).loadFromString(yaml));
    } catch (YamlEngineException e) {
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      reader.fault("", first, "YAML", "YAML");
    }
    return reader;
  }

  List<Words> faults() {
    return List.copyOf(faults);
  }

  Map<Integer, Notice> notices() {
    return notices;
  }

  List<Notice.Lunar> lunar() {
    return lunar;
  }

  private void document(@Nullable Object root) {
    Map<?, ?> map = map("", root);
    for (Object key : map.keySet()) {
      if (!Set.of("years", "statutory").contains(String.valueOf(key))) {
        fault(String.valueOf(key), String.valueOf(key), "years", "years");
      }
    }
    List<?> years = list("years", map.get("years"));
    if (years.isEmpty()) {
      fault("years", "", "至少一个年份", "at least one year");
    }
    for (int i = 0; i < years.size(); i++) {
      year("years[" + i + "]", map("years[" + i + "]", years.get(i)));
    }
    if (map.get("statutory") instanceof Map<?, ?> rule) {
      for (Object festival : list("statutory.lunar", rule.get("lunar"))) {
        lunar("statutory.lunar", map("statutory.lunar", festival));
      }
    }
  }

  private void year(String at, Map<?, ?> map) {
    if (!(map.get("year") instanceof Integer year) || year < 2000 || year > 2099) {
      fault(at + ".year", written(map.get("year")), "2000–2099 的年份", "a year 2000..2099");
      return;
    }
    Map<?, ?> source = map(at + ".source", map.get("source"));
    Map<LocalDate, Words> free = new HashMap<>();
    List<?> runs = list(at + ".free", map.get("free"));
    for (int i = 0; i < runs.size(); i++) {
      run(at + ".free[" + i + "]", year, map(at + ".free[" + i + "]", runs.get(i)), free);
    }
    Set<LocalDate> worked = new HashSet<>();
    for (Object item : list(at + ".worked", map.get("worked"))) {
      LocalDate day = within(at + ".worked", year, item);
      if (!Statutory.weekend(day) || free.containsKey(day)) {
        fault(at + ".worked", written(item), "不放假的周六或周日", "a Saturday or Sunday that is not free");
      }
      worked.add(day);
    }
    Notice notice =
        new Notice(
            year,
            text(at + ".source.document", source.get("document")),
            date(at + ".source.date", source.get("date")),
            text(at + ".source.url", source.get("url")),
            free,
            worked);
    if (notices.put(year, notice) != null) {
      fault(at + ".year", String.valueOf(year), "每年只写一次", "each year once");
    }
  }

  private void run(String at, int year, Map<?, ?> map, Map<LocalDate, Words> free) {
    Words name = new Words(text(at + ".zh", map.get("zh")), text(at + ".en", map.get("en")));
    LocalDate from = within(at + ".from", year, map.get("from"));
    LocalDate to = within(at + ".to", year, map.get("to"));
    if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_RUN))) {
      fault(at + ".to", to.toString(), from + " 起 31 天以内", "within 31 days of " + from);
      return;
    }
    from.datesUntil(to.plusDays(1)).forEach(day -> free.put(day, name));
  }

  private void lunar(String at, Map<?, ?> map) {
    int days = map.get("days") instanceof Integer number ? number : 0;
    if (days < 1 || days > 7) {
      fault(at + ".days", written(map.get("days")), "1–7", "1..7");
    }
    List<LocalDate> first = new ArrayList<>();
    list(at + ".first", map.get("first")).forEach(day -> first.add(date(at + ".first", day)));
    Words name = new Words(text(at + ".zh", map.get("zh")), text(at + ".en", map.get("en")));
    lunar.add(new Notice.Lunar(name, days, first));
  }

  private LocalDate within(String at, int year, @Nullable Object value) {
    LocalDate date = date(at, value);
    if (date.getYear() != year && faults.isEmpty()) {
      fault(at, date.toString(), year + " 年内的日期", "a date in " + year);
    }
    return date;
  }

  private LocalDate date(String at, @Nullable Object value) {
    try {
      return LocalDate.parse(String.valueOf(value));
    } catch (DateTimeException e) {
      fault(at, written(value), "日期，如 2027-01-01", "a date such as 2027-01-01");
      return LocalDate.EPOCH;
    }
  }

  private String text(String at, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank() && text.length() <= 300) {
      return text.strip();
    }
    fault(at, written(value), "1–300 个字符的文字", "text of 1..300 characters");
    return "";
  }

  private Map<?, ?> map(String at, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    fault(at, written(value), "键值对", "a mapping");
    return Map.of();
  }

  private List<?> list(String at, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    fault(at, written(value), "列表", "a list");
    return List.of();
  }

  private static String written(@Nullable Object value) {
    String text = value == null ? "" : String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  private void fault(String at, String value, String zh, String en) {
    String place = at.isEmpty() ? file : file + " " + at;
    faults.add(
        new Words(
            place + "：" + (value.isEmpty() ? "缺" : value) + "（应为：" + zh + "）",
            place + ": " + (value.isEmpty() ? "missing" : value) + " (expected: " + en + ")"));
  }
}
