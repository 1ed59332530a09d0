package io.waymark.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked. A year without a published notice goes by the statutory rule, and says so.
 */
public final class WorkingCalendar {
  private static final long LONGEST = 256L * 1024;

  private final Map<Integer, Notice> notices;
  private final Statutory statutory;

  private WorkingCalendar(Map<Integer, Notice> notices, Statutory statutory) {
    this.notices = notices;
    this.statutory = statutory;
  }

  /**
   * A calendar and what was wrong with the file that should have added to it.
   *
   * @param faults empty if the file was whole; otherwise it added nothing
   */
  public record Loaded(WorkingCalendar calendar, List<Words> faults) {
    /** Copies the faults. */
    public Loaded {
      faults = List.copyOf(faults);
    }
  }

  private static final class Holder {
    static final WorkingCalendar SHIPPED = read();

    private static WorkingCalendar read() {
      try (InputStream bytes = WorkingCalendar.class.getResourceAsStream("cn.yaml")) {
        if (bytes == null) {
          throw new IllegalStateException("no resource cn.yaml");
        }
        String yaml = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        CalendarReader reader = CalendarReader.read("cn.yaml", yaml);
        if (!reader.faults().isEmpty()) {
          throw new IllegalStateException(reader.faults().getFirst().en());
        }
        return new WorkingCalendar(reader.notices(), new Statutory(reader.lunar()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The calendar that ships. */
  public static WorkingCalendar shipped() {
    return Holder.SHIPPED;
  }

  /** The calendar that ships, with the years of a file in its form added or replaced. */
  public static Loaded with(Path file) {
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    try {
      if (Files.size(file) > LONGEST) {
        return refused(
            new Words(
                name + "：文件过大（应为：至多 256 KiB）", name + ": too long (expected: at most 256 KiB)"));
      }
      return with(name, Files.readString(file));
    } catch (IOException e) {
      return refused(
          new Words(file + "：无法读取（应为：UTF-8 文件）", file + ": not readable (expected: a UTF-8 file)"));
    }
  }

  /** As {@link #with(Path)}, from a file's text. */
  public static Loaded with(String name, String yaml) {
    CalendarReader reader = CalendarReader.read(name, yaml);
    if (!reader.faults().isEmpty()) {
      return new Loaded(shipped(), reader.faults());
    }
    Map<Integer, Notice> notices = new TreeMap<>(shipped().notices);
    notices.putAll(reader.notices());
    return new Loaded(new WorkingCalendar(notices, shipped().statutory), List.of());
  }

  private static Loaded refused(Words fault) {
    return new Loaded(shipped(), List.of(fault));
  }

  /** What a date is. */
  public Day day(LocalDate date) {
    Notice notice = notices.get(date.getYear());
    Words name = free(date);
    Day.Kind kind;
    if (name != null) {
      kind = Day.Kind.HOLIDAY;
    } else if (!Statutory.weekend(date)) {
      kind = Day.Kind.WORKING;
    } else {
      boolean worked = notice != null && notice.worked().contains(date);
      kind = worked ? Day.Kind.WORKED_WEEKEND : Day.Kind.WEEKEND;
    }
    return new Day(date, kind, name == null ? Words.NONE : name, notice != null);
  }

  private @Nullable Words free(LocalDate date) {
    Notice notice = notices.get(date.getYear());
    return (notice == null ? statutory.free(date.getYear()) : notice.free()).get(date);
  }

  /** Whether a date is worked. */
  public boolean working(LocalDate date) {
    return day(date).working();
  }

  /** The first working day on or after a date. */
  public LocalDate onOrAfter(LocalDate date) {
    LocalDate day = date;
    while (!working(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The last working day on or before a date. */
  public LocalDate onOrBefore(LocalDate date) {
    LocalDate day = date;
    while (!working(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /**
   * The working day that is this many working days after a date (before it, for a negative number);
   * the date itself does not count. With 0: the first working day on or after the date.
   */
  public LocalDate plus(LocalDate date, int workingDays) {
    if (workingDays == 0) {
      return onOrAfter(date);
    }
    int step = Integer.signum(workingDays);
    LocalDate day = date;
    for (int left = Math.abs(workingDays); left > 0; ) {
      day = day.plusDays(step);
      if (working(day)) {
        left--;
      }
    }
    return day;
  }

  /**
   * How many working days lie after one date, up to and with the other; negative if it is earlier.
   */
  public int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -between(to, from);
    }
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::working).count();
  }

  /** Whether a notice covers a date's year. */
  public boolean published(LocalDate date) {
    return notices.containsKey(date.getYear());
  }

  /** The notice of a year, if one is known. */
  public Optional<Notice> notice(int year) {
    return Optional.ofNullable(notices.get(year));
  }

  /** In words: what says which days of a date's year are worked. To be told with any such date. */
  public Words basis(LocalDate date) {
    int year = date.getYear();
    Notice notice = notices.get(year);
    if (notice != null) {
      return new Words(
          "工作日按国务院办公厅" + year + "年放假通知（" + notice.document() + "）",
          "working days by the State Council's notice for "
              + year
              + " ("
              + notice.document()
              + ")");
    }
    boolean lunar = statutory.knowsLunar(year);
    return new Words(
        year + "年放假通知尚未收录，工作日按法定节假日推算" + (lunar ? "（不含调休）" : "（不含农历节日和调休）"),
        "no notice for "
            + year
            + " is known yet: working days by the statutory holidays"
            + (lunar
                ? ", without exchanged days"
                : ", without lunar festivals and exchanged days"));
  }

  /** The bases of all years between two dates, oldest first; one for a year. */
  public List<Words> bases(LocalDate from, LocalDate to) {
    List<Words> bases = new ArrayList<>();
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      bases.add(basis(LocalDate.ofYearDay(year, 1)));
    }
    return bases;
  }
}
