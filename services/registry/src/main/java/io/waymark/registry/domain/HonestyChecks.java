package io.waymark.registry.domain;

import io.waymark.honesty.Course;
import io.waymark.honesty.Finding;
import io.waymark.honesty.Honesty;
import io.waymark.honesty.Report;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Lays a project's reports before the honesty rules. */
public final class HonestyChecks {
  private HonestyChecks() {}

  /** What is worth a second look, newest as-of date first. */
  public static List<Finding> findings(ReportedProject project, ZoneId zone) {
    return Honesty.findings(course(project, zone));
  }

  /** Goes by the schedule that held when it was last reported. */
  private static Course course(ReportedProject project, ZoneId zone) {
    ProjectState state = project.state();
    LocalDate last =
        project.reports().stream()
            .map(ProgressReport::asOf)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    Schedule schedule = state.scheduleOn(last);
    return new Course(
        schedule.start(),
        schedule.finish(),
        schedule.points().stream().map(HonestyChecks::point).toList(),
        state.definition().details().budget(),
        state.suspensions().stream()
            .map(stop -> new Course.Stop(stop.from(), stop.until()))
            .toList(),
        project.reports().stream().map(report -> report(report, zone)).toList());
  }

  private static Course.Point point(SchedulePoint point) {
    return new Course.Point(
        point.date(), point.percent(), point.milestone().zh(), point.milestone().en());
  }

  private static Report report(ProgressReport report, ZoneId zone) {
    return new Report(
        report.reportId(),
        report.asOf(),
        LocalDate.ofInstant(report.recordedAt(), zone),
        report.percentComplete(),
        report.investedToDate(),
        report.expectedFinish(),
        report.isDone(),
        !report.obstacle().isBlank() || !report.annex().obstacleKinds().isEmpty(),
        report.annex().milestonesReached(),
        report.correctsReportId());
  }
}
