package io.waymark.cli.command;

import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.sheets.filing.Projects;
import io.waymark.sheets.filing.Uploads;
import io.waymark.sheets.form.ReportForm;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reports of many projects from a file, over one stream. */
final class ReportFile {
  private final Shell shell;
  private final Session session;

  ReportFile(Shell shell, Session session) {
    this.shell = shell;
    this.session = session;
  }

  int send(Path path, boolean dryRun) {
    FileFiling<ReportProgressRequest> filing =
        new FileFiling<>(
            shell,
            "meter.report",
            file -> form().read(file),
            (items, listener) ->
                Uploads.reports(session.services().registryStreams(), items, listener),
            ReportFile::shown);
    return filing.run(path, dryRun);
  }

  private ReportForm form() {
    Projects projects =
        new Projects(session.services().registry(), session.planId(), shell.bureau());
    return new ReportForm(session.planId(), LocalDate.parse(session.today()), projects.directory());
  }

  private static List<String> shown(ReportProgressRequest report) {
    return Stream.of(
            report.getProjectId(),
            report.getAsOf(),
            report.hasPercentComplete() ? ReportForm.percent(report.getPercentComplete()) : "",
            report.getInvestedToDate(),
            report.getExpectedFinish())
        .map(Objects::toString)
        .toList();
  }
}
