package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Cause;
import io.waymark.alerting.domain.Comparator;
import io.waymark.alerting.domain.Course;
import io.waymark.alerting.domain.Direction;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Lights;
import io.waymark.alerting.domain.Outlook;
import io.waymark.alerting.domain.Pins;
import io.waymark.alerting.domain.ProjectFigures;
import io.waymark.alerting.domain.Quantiles;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Made-up verdicts, to show what a mail looks like and to prove templates; they say that they are
 * simulated.
 */
final class Samples {
  static final Instant NOW = Instant.parse("2027-06-30T01:00:00Z");
  private static final LocalDate AS_OF = LocalDate.parse("2027-06-30");
  private static final Text BUREAU = new Text("市交通运输局", "Transport Bureau");

  private Samples() {}

  /** A binding target off track. */
  static Verdict target(Light overall, long version) {
    boolean fine = overall == Light.ON_TRACK;
    double gap = fine ? 2 : -17;
    return new Verdict(
        "judgement-" + version,
        new SubjectKey(SubjectKind.TARGET, "wuhan-15", "rail-transit-length-2030"),
        new Text("轨道交通运营里程", "Urban rail transit length"),
        "rail-transit-length",
        "transport",
        "transport",
        BUREAU,
        true,
        AS_OF,
        NOW,
        version,
        new Lights(fine ? Light.ON_TRACK : Light.OFF_TRACK, overall, Light.ON_TRACK, overall),
        rail(fine ? 0.86 : 0.21, gap),
        null,
        fine ? List.of() : causes(),
        fine
            ? new Text(
                "轨道交通运营里程 604 公里，比序时进度多 6.0 公里；按目前进度 2030 年底预计 647 公里（80% 区间 640–655），达标概率 86%。",
                "Urban rail transit stands at 604 km, 6.0 km above schedule; at the present pace 647 km is expected by the"
                    + " end of 2030 (80% interval 640–655), an 86% chance of meeting the target.")
            : new Text(
                "轨道交通运营里程 590 公里，比序时进度少 8.0 公里；按目前进度 2030 年底预计 628 公里（80% 区间 612–641），达标概率 21%。"
                    + "主要拖后：12号线武昌段（−9.5 公里）、11号线四期（−4.2 公里）。",
                "Urban rail transit stands at 590 km, 8.0 km below schedule; at the present pace 628 km is expected by the end"
                    + " of 2030 (80% interval 612–641), a 21% chance of meeting the target. Held back most by line 12,"
                    + " Wuchang section (−9.5 km) and line 11, phase 4 (−4.2 km)."),
        new Pins("wuhan", 2, "judging-2", 1),
        true,
        true,
        "event-" + version,
        "metro-line-12-wuchang",
        railCourse(gap));
  }

  private static TargetFigures rail(double chance, double gap) {
    boolean fine = gap > 0;
    return new TargetFigures(
        new Text("公里", "km"),
        new BigDecimal("578"),
        LocalDate.parse("2025-12-31"),
        new BigDecimal("645"),
        null,
        Comparator.GE,
        Direction.UP,
        LocalDate.parse("2030-12-31"),
        new BigDecimal(fine ? "604" : "590"),
        LocalDate.parse("2027-05-31"),
        598.0,
        fine ? 1.3 : 0.599,
        fine ? -9.0 : 12.0,
        fine ? 6.0 : -8.0,
        gap,
        new Outlook(chance, new Quantiles(628 - 16, 620, 645 + gap, 635, 641)));
  }

  private static Course railCourse(double gap) {
    List<Course.Point> history = new ArrayList<>();
    double[] values = {578, 578, 580, 582, 582, 590};
    String[] days = {
      "2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31", "2027-05-31"
    };
    for (int i = 0; i < values.length; i++) {
      history.add(new Course.Point(LocalDate.parse(days[i]), values[i] + (gap > 0 ? i * 2.8 : 0)));
    }
    List<Course.Band> fan = new ArrayList<>();
    double from = history.getLast().value();
    for (int i = 0; i <= 7; i++) {
      double mid = from + (645 + gap - from) * i / 7;
      double wide = Math.sqrt(i / 7.0);
      fan.add(
          new Course.Band(
              AS_OF.plusMonths(6L * i),
              new Quantiles(
                  mid - 16 * wide, mid - 8 * wide, mid, mid + 7 * wide, mid + 13 * wide)));
    }
    return new Course(
        history,
        List.of(
            new Course.Point(LocalDate.parse("2025-12-31"), 578),
            new Course.Point(LocalDate.parse("2030-12-31"), 645)),
        fan,
        List.of(
            step("序时进度", "Schedule today", "578 + (645 − 578) × 546 / 1826 = 598.0", "598.0"),
            step(
                "已完成 / 应完成",
                "Progress made / progress due",
                "(590 − 578) / (598.0 − 578) = 59.9 %",
                "59.9%"),
            step("进度", "Position", "59.9 % < 60 % (wuhan 2)", "滞后", "off track"),
            step("前景", "Outlook", "21 % < 30 % (wuhan 2)", "滞后", "off track")));
  }

  /** A project off track. */
  static Verdict project(Light overall, long version) {
    return new Verdict(
        "judgement-" + version,
        new SubjectKey(SubjectKind.PROJECT, "wuhan-15", "metro-line-12-wuchang"),
        new Text("轨道交通12号线武昌段", "Metro line 12, Wuchang section"),
        "",
        "transport",
        "transport",
        BUREAU,
        false,
        AS_OF,
        NOW,
        version,
        new Lights(Light.OFF_TRACK, overall, Light.ON_TRACK, overall),
        null,
        new ProjectFigures(
            43.0,
            LocalDate.parse("2027-05-31"),
            52.0,
            0.83,
            9.0,
            LocalDate.parse("2029-12-31"),
            LocalDate.parse("2030-06-30"),
            LocalDate.parse("2030-04-01"),
            LocalDate.parse("2030-08-02"),
            LocalDate.parse("2031-02-15"),
            0.21,
            214,
            "管线迁改滞后，3 号竖井尚未移交"),
        List.of(),
        new Text(
            "轨道交通12号线武昌段完成 43%，比序时进度落后 9.0 个百分点；预计 2030-08-02 完工（晚 214 天），按期完工概率 21%。",
            "Metro line 12, Wuchang section, is 43% complete, 9.0 percentage points behind schedule; completion is expected by"
                + " 2030-08-02 (214 days late), with a chance of 21% of finishing on time."),
        new Pins("wuhan", 2, "judging-2", 0),
        true,
        false,
        "event-" + version,
        "metro-line-12-wuchang",
        lineCourse());
  }

  private static Course lineCourse() {
    double[] values = {22, 27, 31, 34, 36, 39, 43};
    List<Course.Point> history = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      history.add(
          new Course.Point(LocalDate.parse("2026-01-31").plusMonths(i * 16L / 6), values[i]));
    }
    return new Course(
        history,
        List.of(
            new Course.Point(LocalDate.parse("2024-07-01"), 0),
            new Course.Point(LocalDate.parse("2029-12-31"), 100)),
        List.of(),
        List.of(
            step("序时进度", "Schedule", "100 × 1064 / 2009 = 53.0 %", "53.0%"),
            step("落后", "Behind", "52.0 − 43.0 = 9.0", "9.0 个百分点", "9.0 percentage points")));
  }

  private static Course.Reckoning step(String zh, String en, String arithmetic, String result) {
    return step(zh, en, arithmetic, result, result);
  }

  private static Course.Reckoning step(
      String zh, String en, String arithmetic, String resultZh, String resultEn) {
    return new Course.Reckoning(new Text(zh, en), arithmetic, new Text(resultZh, resultEn));
  }

  private static List<Cause> causes() {
    return List.of(
        cause(
            "metro-line-12-wuchang",
            "轨道交通12号线武昌段",
            "Metro line 12, Wuchang section",
            -9.5,
            0.31,
            true),
        cause("metro-line-11-4", "轨道交通11号线四期", "Metro line 11, phase 4", -4.2, 0.58, true),
        cause("metro-line-19-2", "新港线二期", "New Port line, phase 2", -2.1, 0.74, false));
  }

  private static Cause cause(
      String id, String zh, String en, double amount, double chance, boolean assumed) {
    return new Cause(
        id,
        new Text(zh, en),
        amount,
        chance,
        LocalDate.parse("2031-03-15"),
        LocalDate.parse("2030-06-30"),
        14,
        "transport",
        assumed);
  }
}
