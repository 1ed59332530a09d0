package io.waymark.alerting.ladders;

import io.waymark.alerting.domain.Ladder;
import io.waymark.alerting.domain.Rules;
import io.waymark.calendar.WorkingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the ladders and the calendar. A file of one's own with a fault is reported, and what ships
 * is used: nobody goes untold because of a typing error.
 */
public final class RulesReader {
  private static final Logger log = LoggerFactory.getLogger(RulesReader.class);

  private RulesReader() {}

  /** The rules that ship. */
  public static Rules shipped(ZoneId zone) {
    return new Rules(List.of(ladder()), WorkingCalendar.shipped(), zone);
  }

  /**
   * The rules that ship, with one's own.
   *
   * @param folder of ladders, *.yaml; empty for none
   * @param calendar file with further years; empty for none
   */
  public static Rules read(String folder, String calendar, ZoneId zone) {
    WorkingCalendar days = WorkingCalendar.shipped();
    if (!calendar.isEmpty()) {
      WorkingCalendar.Loaded loaded = WorkingCalendar.with(Path.of(calendar));
      loaded.faults().forEach(fault -> log.error("WAYMARK_CALENDAR {}", fault.en()));
      days = loaded.calendar();
    }
    List<Ladder> ladders = new ArrayList<>();
    if (!folder.isEmpty()) {
      List<String> faults = new ArrayList<>();
      ladders.addAll(own(Path.of(folder), faults));
      faults.forEach(fault -> log.error("WAYMARK_LADDERS {}", fault));
    }
    ladders.add(ladder());
    return new Rules(ladders, days, zone);
  }

  /** Two ladders for one plan: nobody could say which holds. */
  private static boolean once(Ladder ladder, Path file, List<Ladder> others, List<String> faults) {
    int before = faults.size();
    for (Ladder other : others) {
      if (ladder.plans().isEmpty() && other.plans().isEmpty()) {
        faults.add(
            file.getFileName()
                + " plans: missing (expected: plans, since "
                + other.name()
                + " holds for all others)");
      }
      ladder.plans().stream()
          .filter(other.plans()::contains)
          .forEach(plan ->
              faults.add(
                  file.getFileName()
                      + " plans: "
                      + plan
                      + " (expected: each plan once; "
                      + other.name()
                      + " has it)"));
    }
    return faults.size() == before;
  }

  /** The ladders of a folder without those that have faults; the faults go into a list. */
  static List<Ladder> own(Path folder, List<String> faults) {
    List<Ladder> ladders = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        LadderReader reader =
            LadderReader.read(String.valueOf(file.getFileName()), Files.readString(file));
        faults.addAll(reader.faults());
        reader
            .ladder()
            .filter(ladder -> once(ladder, file, ladders, faults))
            .ifPresent(ladders::add);
      }
    } catch (IOException e) {
      faults.add(folder + ": not readable (expected: a folder with UTF-8 files)");
    }
    return ladders;
  }

  private static Ladder ladder() {
    try (InputStream bytes = RulesReader.class.getResourceAsStream("waymark.yaml")) {
      if (bytes == null) {
        throw new IllegalStateException("no resource waymark.yaml");
      }
      String yaml = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      LadderReader reader = LadderReader.read("waymark.yaml", yaml);
      return reader
          .ladder()
          .orElseThrow(() -> new IllegalStateException(String.join("; ", reader.faults())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
