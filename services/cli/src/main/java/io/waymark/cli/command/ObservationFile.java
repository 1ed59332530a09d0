package io.waymark.cli.command;

import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.sheets.filing.Indicators;
import io.waymark.sheets.filing.Uploads;
import io.waymark.sheets.form.ObservationForm;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Figures of many indicators from a file, over one stream. */
final class ObservationFile {
  private final Shell shell;
  private final Session session;

  ObservationFile(Shell shell, Session session) {
    this.shell = shell;
    this.session = session;
  }

  int send(Path path, boolean dryRun) {
    FileFiling<RecordObservationRequest> filing =
        new FileFiling<>(
            shell,
            "meter.observe",
            file -> form().read(file),
            (items, listener) ->
                Uploads.figures(session.services().indicatorStreams(), items, listener),
            figure ->
                List.of(
                    figure.getIndicatorId(),
                    figure.getPeriodEnd(),
                    figure.getValue(),
                    figure.getSource()));
    return filing.run(path, dryRun);
  }

  private ObservationForm form() {
    Indicators indicators =
        new Indicators(session.services().indicator(), session.planId(), shell.bureau());
    return new ObservationForm(
        session.planId(), LocalDate.parse(session.today()), indicators.directory());
  }
}
