package io.waymark.cli.demo;

import io.waymark.cli.demo.Course.Temper;
import io.waymark.cli.pack.PlanPack.Project;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Projects whose reports the honesty checks would rather look at twice, each for one reason: the
 * schedule copied, a figure that falls, a jump for the half year's drive, works done overnight,
 * money ahead, money that comes back, a figure mended before an evaluation, the same figure again,
 * a promise that has passed, works that go on while they are stopped. None feeds a target, so that
 * what targets say stands on the others. Simulated as everything here: they say nothing of the
 * bureaus that are named.
 */
final class Doubts {
  /** Reports the schedule itself. */
  static final String COPIES_SCHEDULE = "digital-smart-justice-administration";

  /** Its percent falls once. */
  static final String FALLS = "culture-block-tanhualin";

  /** Its report of the end of 2026 is rewritten on the last day before an evaluation. */
  static final String REWRITTEN = "edu-houhu-talent-park";

  static final LocalDate REWRITTEN_AS_OF = LocalDate.of(2026, 12, 31);
  static final LocalDate REWRITTEN_AT = LocalDate.of(2027, 3, 31);
  static final double REWRITTEN_BY = 6;

  /** Goes on promising a finish that has passed. */
  static final String PROMISE_PASSED = "renewal-axis-hanyang-avenue";

  private static final LocalDate PROMISED_SINCE = LocalDate.of(2026, 9, 30);
  private static final LocalDate PROMISED = LocalDate.of(2027, 2, 28);

  /** Stopped by an approval, and gains progress all the same. */
  static final String GOES_ON = "park-reserve-refining";

  static final LocalDate GOES_ON_FROM = LocalDate.of(2026, 8, 15);
  static final LocalDate GOES_ON_UNTIL = LocalDate.of(2027, 2, 10);

  /**
   * One told course.
   *
   * @param anchors month ends and percents, a line between them
   * @param paid month ends and 亿元 spent by then; none: as much as the works
   */
  private record Doubt(List<String> anchors, List<String> paid, String obstacle) {}

  private static final Map<String, Doubt> TOLD = new LinkedHashMap<>();

  static {
    TOLD.put(COPIES_SCHEDULE, new Doubt(List.of(), List.of(), ""));
    TOLD.put(
        FALLS,
        new Doubt(
            List.of("2026-01-31 17", "2026-09-30 31", "2026-12-31 27.4", "2027-06-30 42"),
            List.of("2026-01-31 1.1", "2027-06-30 2.9"),
            ""));
    tell(PROMISE_PASSED, "2026-01-31 50", "2026-12-31 84", "2027-06-30 97");
    tell("rail-tianhe-station", "2026-01-31 20", "2027-05-31 39.2", "2027-06-30 50");
    tell("other-waste-transfer-stations", "2026-01-31 36", "2026-12-31 63", "2027-03-31 100");
    tell(REWRITTEN, "2026-01-31 35", "2026-12-31 61", "2027-03-31 72", "2027-06-30 78");
    tell(
        "agri-extension-centre",
        "2026-01-31 20",
        "2026-06-30 28",
        "2027-03-31 28",
        "2027-06-30 33");
    tell(GOES_ON, "2026-01-31 9", "2026-06-30 17", "2026-12-31 24.5", "2027-06-30 36");
    TOLD.put(
        "logistics-bonded-newport-airport",
        new Doubt(
            List.of("2026-01-31 12", "2026-09-30 31.5", "2027-03-31 32.1", "2027-06-30 37"),
            List.of("2026-01-31 1.2", "2026-09-30 3.1", "2027-03-31 4.7", "2027-06-30 4.95"),
            Labels.marked(
                "场地移交滞后，设备款已提前支付", "the site is handed over late; equipment was paid in advance")));
    TOLD.put(
        "elderly-district-centres",
        new Doubt(
            List.of("2026-01-31 31", "2027-06-30 79"),
            List.of("2026-01-31 1.6", "2026-12-31 4.15", "2027-03-31 3.78", "2027-06-30 4.4"),
            ""));
  }

  private Doubts() {}

  static boolean told(String projectId) {
    return TOLD.containsKey(projectId);
  }

  /** The told course of a project. */
  static Optional<Course> of(Project project) {
    return Optional.ofNullable(TOLD.get(project.id())).map(doubt -> course(project, doubt));
  }

  private static Course course(Project project, Doubt doubt) {
    NavigableMap<LocalDate, Double> percents =
        doubt.anchors().isEmpty()
            ? Percents.onSchedule(project)
            : Percents.through(doubt.anchors());
    return new Course(
        project,
        percents,
        Temper.STEADY,
        Optional.empty(),
        project.id().equals(PROMISE_PASSED) ? Map.of(PROMISED_SINCE, PROMISED) : Map.of(),
        doubt.obstacle(),
        paid(doubt.paid()));
  }

  private static NavigableMap<LocalDate, BigDecimal> paid(List<String> anchors) {
    NavigableMap<LocalDate, BigDecimal> paid = new TreeMap<>();
    if (!anchors.isEmpty()) {
      Percents.between(anchors, Percents::hundredth)
          .forEach((end, amount) -> paid.put(end, BigDecimal.valueOf(amount)));
    }
    return paid;
  }

  private static void tell(String project, String... anchors) {
    TOLD.put(project, new Doubt(List.of(anchors), List.of(), ""));
  }
}
