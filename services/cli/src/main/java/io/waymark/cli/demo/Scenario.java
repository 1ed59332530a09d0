package io.waymark.cli.demo;

import io.waymark.cli.pack.PlanPack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What bureaus would have reported from January 2026 to June 2027, month by month. Simulated: no
 * figure in it is real. Made from the pack and a seed alone; the same pack and seed give the same
 * events, byte for byte.
 *
 * @param planId the plan that it plays on
 * @param seed the seed that it was made with
 * @param months oldest first
 */
public record Scenario(String planId, long seed, List<Month> months) {
  /** The seed that the product ships with. */
  public static final long DEFAULT_SEED = 15;

  /** Where the demo's clock stands before the first report: set it before the plan is loaded. */
  public static final Instant START = Instant.parse("2026-01-01T01:00:00Z");

  /** Where the demo's clock stands afterwards; it goes on ticking from there. */
  public static final Instant END = Instant.parse("2027-06-30T10:00:00Z");

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final LocalDate FIRST_MONTH_END = LocalDate.of(2026, 1, 31);
  static final LocalDate LAST_MONTH_END = LocalDate.of(2027, 6, 30);

  private static final int REPORTING_HOUR = 17;

  /** The scenario of this pack and seed. */
  public static Scenario of(PlanPack pack, long seed) {
    return new ScenarioWriter(pack, seed).write();
  }

  /** How many events it has. */
  public int size() {
    return months.stream().mapToInt(month -> month.events().size()).sum();
  }

  /** All events as lines of text, oldest first. */
  public String text() {
    return months.stream()
        .flatMap(
            month -> month.events().stream().map(event -> month.end() + "|" + event.line() + "\n"))
        .collect(Collectors.joining());
  }

  /**
   * What is sent at the end of a month, in order.
   *
   * @param end last day of the month
   */
  public record Month(LocalDate end, List<DemoEvent> events) {
    /**
     * What the clock shows when the month's events are sent: five in the afternoon of its last day.
     */
    public Instant sentAt() {
      return end.atTime(REPORTING_HOUR, 0).atZone(ZONE).toInstant();
    }
  }
}
