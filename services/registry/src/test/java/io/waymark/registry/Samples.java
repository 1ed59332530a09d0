package io.waymark.registry;

import io.waymark.registry.app.ProjectFilter;
import io.waymark.registry.domain.Actor;
import io.waymark.registry.domain.BureauDraft;
import io.waymark.registry.domain.ContributionDraft;
import io.waymark.registry.domain.DetailsDraft;
import io.waymark.registry.domain.LocalizedText;
import io.waymark.registry.domain.Now;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectDefinition;
import io.waymark.registry.domain.ProjectDraft;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectRules;
import io.waymark.registry.domain.ReportDraft;
import io.waymark.registry.domain.Requester;
import io.waymark.registry.domain.SchedulePointDraft;
import io.waymark.registry.domain.SourcePassage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** People, bureaus and projects that the tests speak of. */
public final class Samples {
  public static final String PLAN = "wuhan-15";
  public static final ProjectKey PUMP = new ProjectKey(PLAN, "pump-yangsigang");
  public static final ProjectKey METRO = new ProjectKey(PLAN, "metro-line-12");
  public static final Requester WATER = reporter("water");
  public static final Requester TRANSPORT = reporter("transport");
  public static final Requester OFFICE =
      new Requester(new Actor("chen.jie", true, "plan-office", "cli"), false, true);
  public static final Now NOW =
      new Now(Instant.parse("2027-06-30T01:00:00Z"), LocalDate.of(2027, 6, 30));

  private Samples() {}

  public static Requester reporter(String bureau) {
    return new Requester(new Actor(bureau + "-clerk", true, bureau, "grpc"), true, false);
  }

  public static BureauDraft bureau(String id) {
    return new BureauDraft(
        id,
        new LocalizedText("市" + id + "局", "Bureau of " + id),
        "",
        List.of("plan@" + id + ".example"),
        "zh",
        "ASSUMED");
  }

  public static ProjectDraft project(ProjectKey key, String lead) {
    return new ProjectDraft(
        key.planId(),
        key.projectId(),
        new LocalizedText("杨泗港泵站", "Yangsigang pumping station"),
        "pumping-station",
        "PREPARATION",
        lead,
        List.of(),
        "2026-03-01",
        "2028-12-31",
        List.of(new ContributionDraft("drainage-capacity", "120.50", "ON_COMPLETION", "ASSUMED")),
        List.of("planned_start", "planned_finish"),
        new SourcePassage("第四十三节", 812, "新建杨泗港泵站"),
        "monthly",
        List.of(
            new SchedulePointDraft(
                "2027-03-31", 30, new LocalizedText("基坑完成", "Foundation pit dug")),
            new SchedulePointDraft("2027-12-31", 62.5, new LocalizedText("", ""))));
  }

  public static ProjectDefinition definition(ProjectKey key, String lead) {
    return ProjectRules.check(List.of(project(key, lead)), Set.of(lead)).getFirst();
  }

  public static ReportDraft draft(String asOf, double percent) {
    return new ReportDraft(asOf, OptionalDouble.of(percent), "", "", "", "", "", "");
  }

  public static ProjectCommand.Report report(ProjectKey project, String key, ReportDraft draft) {
    return new ProjectCommand.Report(project, key, draft);
  }

  public static ProjectCommand.Report report(
      ProjectKey project, String key, String asOf, double percent) {
    return report(project, key, draft(asOf, percent));
  }

  /** A project with place, parent and money. */
  public static ProjectDraft detailed(
      ProjectKey key, String lead, List<String> supporting, DetailsDraft details) {
    ProjectDraft plain = project(key, lead);
    return new ProjectDraft(
        plain.planId(),
        plain.projectId(),
        plain.name(),
        plain.category(),
        plain.phase(),
        lead,
        supporting,
        plain.plannedStart(),
        plain.plannedFinish(),
        plain.contributions(),
        plain.assumedFields(),
        plain.source(),
        plain.reportingFrequency(),
        plain.schedule(),
        details);
  }

  /** Another finish for the pumping station, in a straight line. */
  public static ProjectCommand.ReviseSchedule revision(
      String key, String finish, String effective) {
    return new ProjectCommand.ReviseSchedule(
        PUMP, key, "", finish, List.of(), "武政调〔2027〕9号", "市人民政府", "征地迟缓", effective);
  }

  /** A filter by one text. */
  public static ProjectFilter filter(String by, String value) {
    return new ProjectFilter(
        by.equals("category") ? value : "",
        by.equals("lead") ? value : "",
        Set.of(),
        Optional.empty(),
        by.equals("district") ? value : "",
        by.equals("parent") ? value : "",
        by.equals("bureau") ? value : "",
        by.equals("search") ? value : "",
        Optional.empty());
  }
}
