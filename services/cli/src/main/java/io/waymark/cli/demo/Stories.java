package io.waymark.cli.demo;

import io.waymark.cli.demo.Course.Temper;
import io.waymark.cli.pack.PlanPack.Project;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The projects whose course is told rather than drawn: metro lines, pumping stations, the one that
 * is suspended and the one whose report is corrected. The seed does not touch them; the tour in the
 * README stands on them.
 */
final class Stories {
  /** Its August to October 2026 reports and the late correction of one of them. */
  static final String CORRECTED = "drainage-area-hankou-riverside";

  /** Stands still from July to October 2026. */
  static final String SUSPENDED = "road-microcirculation-wuchuan";

  /** The tour reports it late; its own June 2027 report is left to the reader. */
  static final String TOUR = "pump-yangsigang";

  static final LocalDate SUSPENDED_FROM = LocalDate.of(2026, 7, 1);
  static final LocalDate RESUMED_FROM = LocalDate.of(2026, 11, 1);
  static final LocalDate WRONG_AS_OF = LocalDate.of(2026, 9, 30);
  static final LocalDate CORRECTED_AT = LocalDate.of(2027, 2, 28);
  static final double WRONG_BY = 14;

  /**
   * One told course.
   *
   * @param silentAfter ISO date, or empty
   * @param declared month end from which on a finish is declared and that finish, with a blank
   *     between; or empty
   * @param anchors month ends and percents, a line between them
   */
  private record Story(
      Temper temper, String silentAfter, String declared, String obstacle, List<String> anchors) {}

  private static final Map<String, Story> TOLD = new LinkedHashMap<>();

  static {
    tell(
        "metro-line-12-jiangbei",
        Temper.AHEAD,
        "",
        "2026-06-30 2026-11-30",
        "",
        "2026-01-31 91",
        "2026-11-30 100");
    tell(
        "metro-line-12-wuchang",
        Temper.SLOW,
        "",
        "2027-02-28 2029-12-31",
        Labels.marked(
            "盾构区间遇溶洞，注浆加固后掘进放慢", "karst caves on the tunnel drive; grouting slows it down"),
        "2026-01-31 61",
        "2026-08-31 66",
        "2027-06-30 69");
    tell(
        "metro-line-10-phase-1",
        Temper.AHEAD,
        "",
        "2027-03-31 2028-06-30",
        "",
        "2026-01-31 53",
        "2027-06-30 82.5");
    tell("metro-line-3-phase-2", Temper.STEADY, "", "", "", "2026-01-31 18", "2027-06-30 47.5");
    tell(
        "metro-line-11-phase-4",
        Temper.SLOW,
        "",
        "2026-12-31 2029-06-30",
        Labels.marked("两座车站征地拆迁未完成", "land for two stations is not cleared yet"),
        "2026-01-31 38",
        "2027-06-30 57");
    tell(
        "metro-line-10-phase-1-west-extension",
        Temper.STEADY,
        "",
        "",
        "",
        "2026-01-31 10",
        "2027-06-30 44");
    tell(
        "metro-line-6-phase-3",
        Temper.STEADY,
        "2027-01-31",
        "",
        "",
        "2026-01-31 3",
        "2027-06-30 34");
    tell(
        TOUR,
        Temper.STEADY,
        "2027-05-31",
        "2026-12-31 2029-03-31",
        "",
        "2026-01-31 11",
        "2027-05-31 36");
    tell(
        "pump-zhujiahe",
        Temper.STUCK,
        "",
        "2027-01-31 2030-06-30",
        Labels.marked("进出水箱涵与既有管线冲突，需改线", "the culvert meets existing pipes and must be rerouted"),
        "2026-01-31 8",
        "2026-07-31 17",
        "2027-06-30 23");
    tell("pump-wufengzha", Temper.STEADY, "", "", "", "2026-03-31 2", "2027-06-30 43");
    tell("pump-wugang-166", Temper.STEADY, "", "", "", "2026-01-31 58", "2026-12-31 100");
    tell("pump-changfeng", Temper.STEADY, "", "", "", "2026-06-30 1", "2027-06-30 32");
    tell("pump-xiaowan", Temper.STEADY, "2026-12-31", "", "", "2026-09-30 2", "2027-06-30 34");
    tell("pump-houhu-2", Temper.AHEAD, "", "", "", "2026-01-31 60", "2027-02-28 100");
    tell(CORRECTED, Temper.STEADY, "", "", "", "2026-01-31 22", "2027-06-30 62");
    tell(
        SUSPENDED,
        Temper.STEADY,
        "",
        "",
        "",
        "2026-01-31 24",
        "2026-06-30 36",
        "2026-10-31 36",
        "2027-06-30 55");
  }

  private Stories() {}

  static boolean told(String projectId) {
    return TOLD.containsKey(projectId);
  }

  /** The told course of a project. */
  static Optional<Course> of(Project project) {
    return Optional.ofNullable(TOLD.get(project.id())).map(story -> course(project, story));
  }

  private static Course course(Project project, Story story) {
    Map<LocalDate, LocalDate> declared = new LinkedHashMap<>();
    if (!story.declared().isEmpty()) {
      declared.put(first(story.declared()), LocalDate.parse(second(story.declared())));
    }
    return new Course(
        project,
        Percents.through(story.anchors()),
        story.temper(),
        Optional.of(story.silentAfter()).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        declared,
        story.obstacle(),
        new TreeMap<>());
  }

  static LocalDate first(String pair) {
    return LocalDate.parse(pair.substring(0, pair.indexOf(' ')));
  }

  static String second(String pair) {
    return pair.substring(pair.indexOf(' ') + 1);
  }

  private static void tell(
      String project,
      Temper temper,
      String silentAfter,
      String declared,
      String obstacle,
      String... anchors) {
    TOLD.put(project, new Story(temper, silentAfter, declared, obstacle, List.of(anchors)));
  }
}
