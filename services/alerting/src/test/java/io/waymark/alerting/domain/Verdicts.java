package io.waymark.alerting.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verdicts on the rail target and on one of its lines, changed word by word. */
public final class Verdicts {
  public static final SubjectKey RAIL =
      new SubjectKey(SubjectKind.TARGET, "wuhan-15", "rail-transit-length-2030");
  public static final SubjectKey LINE =
      new SubjectKey(SubjectKind.PROJECT, "wuhan-15", "metro-line-12-wuchang");

  private final SubjectKey subject;
  private long version = 1;
  private Light overall = Light.OFF_TRACK;
  private double chance = 0.21;
  private double expectedGap = -17;
  private int delayDays = 214;
  private String causeProject = "";
  private String mainCause = "metro-line-12-wuchang";
  private String mainCauseZh = "轨道交通12号线武昌段";
  private Text name = new Text("轨道交通运营里程", "Urban rail transit length");
  private Text sentence =
      new Text(
          "轨道交通运营里程 590 公里，比序时进度少 8.0 公里；按目前进度 2030 年底预计 628 公里（80% 区间 612–641），达标概率 21%。"
              + "主要拖后：12号线武昌段（−9.5 公里）、11号线四期（−4.2 公里）。",
          "Urban rail transit stands at 590 km, 8.0 km below schedule; at the present pace it will reach 628 km by the end of"
              + " 2030 (80% interval 612–641), a 21% chance of meeting the target.");
  private Text unit = new Text("公里", "km");
  private boolean simulated = true;
  private boolean assumed = true;
  private String lead = "transport";
  private String causesLead = "transport";
  private boolean silent;

  private Verdicts(SubjectKey subject) {
    this.subject = subject;
  }

  public static Verdicts rail() {
    return new Verdicts(RAIL);
  }

  /** Another target with the rail target's figures. */
  public static Verdicts of(String subjectId) {
    return new Verdicts(new SubjectKey(SubjectKind.TARGET, "wuhan-15", subjectId));
  }

  /** Another project with line 12's figures. */
  public static Verdicts project(String subjectId) {
    return new Verdicts(new SubjectKey(SubjectKind.PROJECT, "wuhan-15", subjectId));
  }

  public static Verdicts line() {
    Verdicts verdicts = new Verdicts(LINE);
    verdicts.name = new Text("轨道交通12号线武昌段", "Metro line 12, Wuchang section");
    verdicts.sentence =
        new Text(
            "轨道交通12号线武昌段完成 43%，比序时进度少 9.0 个百分点；预计延期 214 天。",
            "Metro line 12, Wuchang section, is 43% complete, 9.0 points behind schedule; it is expected 214 days late.");
    return verdicts;
  }

  public Verdicts version(long newVersion) {
    version = newVersion;
    return this;
  }

  public Verdicts overall(Light light) {
    overall = light;
    return this;
  }

  public Verdicts chance(double probability) {
    chance = probability;
    return this;
  }

  public Verdicts expectedGap(double gap) {
    expectedGap = gap;
    return this;
  }

  public Verdicts delayDays(int days) {
    delayDays = days;
    return this;
  }

  public Verdicts reportedBy(String projectId) {
    causeProject = projectId;
    return this;
  }

  public Verdicts mainCause(String projectId, String zh) {
    mainCause = projectId;
    mainCauseZh = zh;
    return this;
  }

  public Verdicts named(String zh, String en) {
    name = new Text(zh, en);
    return this;
  }

  public Verdicts saying(String zh, String en) {
    sentence = new Text(zh, en);
    return this;
  }

  public Verdicts measuredIn(String zh, String en) {
    unit = new Text(zh, en);
    return this;
  }

  public Verdicts real() {
    simulated = false;
    assumed = false;
    return this;
  }

  public Verdicts ledBy(String bureauId) {
    lead = bureauId;
    return this;
  }

  /** The bureau that leads the projects which cost the most; it gets a copy. */
  public Verdicts heldUpBy(String bureauId) {
    causesLead = bureauId;
    return this;
  }

  /** Nobody has reported for two periods; what was reported last was good. */
  public Verdicts silent() {
    overall = Light.AT_RISK;
    silent = true;
    return this;
  }

  public Verdict build() {
    boolean target = subject.kind() == SubjectKind.TARGET;
    return new Verdict(
        "judgement-" + (known() ? "" : subject.subjectId() + "-") + version,
        subject,
        name,
        target ? "rail-transit-length" : "",
        "transport",
        lead,
        new Text("市交通运输局", "Transport Bureau"),
        target,
        LocalDate.parse("2027-06-30"),
        Instant.parse("2027-06-30T01:00:00Z"),
        version,
        silent
            ? new Lights(Light.ON_TRACK, Light.ON_TRACK, Light.OFF_TRACK, overall)
            : new Lights(Light.OFF_TRACK, Light.OFF_TRACK, Light.ON_TRACK, overall),
        target ? railFigures() : null,
        target ? null : lineFigures(),
        target ? railCauses() : List.of(),
        sentence,
        new Pins("wuhan", 1, "0.1.0", target ? 1 : 0),
        simulated,
        assumed,
        "event-" + version,
        causeProject);
  }

  private boolean known() {
    return subject.equals(RAIL) || subject.equals(LINE);
  }

  private TargetFigures railFigures() {
    return new TargetFigures(
        unit,
        new BigDecimal("578"),
        LocalDate.parse("2025-12-31"),
        new BigDecimal("645"),
        null,
        Comparator.GE,
        Direction.UP,
        LocalDate.parse("2030-12-31"),
        new BigDecimal("590"),
        LocalDate.parse("2027-05-31"),
        598.0,
        0.599,
        12.0,
        -8.0,
        expectedGap,
        new Outlook(chance, new Quantiles(612, 620, 645 + expectedGap, 635, 641)));
  }

  private ProjectFigures lineFigures() {
    return new ProjectFigures(
        43.0,
        date("2027-05-31"),
        52.0,
        0.83,
        9.0,
        date("2029-12-31"),
        date("2030-06-30"),
        date("2030-04-01"),
        date("2030-08-02"),
        date("2031-02-15"),
        chance,
        delayDays,
        "管线迁改滞后，3 号竖井尚未移交");
  }

  private List<Cause> railCauses() {
    return List.of(
        cause(mainCause, mainCauseZh, "Metro line 12, Wuchang section", -9.5, 0.31, true),
        cause("metro-line-11-4", "轨道交通11号线四期", "Metro line 11, phase 4", -4.2, 0.58, true),
        cause("metro-line-19-2", "新港线二期", "New Port line, phase 2", -2.1, 0.74, false),
        cause(
            "metro-line-7-n", "7号线北延线二期", "Line 7 northern extension, phase 2", -1.2, 0.8, false));
  }

  private Cause cause(
      String id, String zh, String en, double amount, double chance, boolean assumed) {
    return new Cause(
        id,
        new Text(zh, en),
        amount,
        chance,
        date("2031-03-15"),
        date("2030-06-30"),
        14,
        causesLead,
        assumed);
  }

  private static @Nullable LocalDate date(String iso) {
    return LocalDate.parse(iso);
  }
}
