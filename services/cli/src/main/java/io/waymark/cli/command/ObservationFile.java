package io.waymark.cli.command;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.waymark.cli.bulk.CsvRows;
import io.waymark.cli.bulk.CsvRows.Row;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.client.Refusals;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.RecordObservationResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of many indicators from a file, one call each in the file's order: a later row may
 * replace an earlier one.
 */
final class ObservationFile {
  static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("indicator", "indicator_id"),
          Map.entry("指标编号", "indicator_id"),
          Map.entry("指标", "indicator_id"),
          Map.entry("period", "period_end"),
          Map.entry("期间", "period_end"),
          Map.entry("时期", "period_end"),
          Map.entry("监测值", "value"),
          Map.entry("数值", "value"),
          Map.entry("来源", "source"),
          Map.entry("key", "idempotency_key"));

  private final Shell shell;
  private final Session session;

  ObservationFile(Shell shell, Session session) {
    this.shell = shell;
    this.session = session;
  }

  int send(Path file) {
    CsvRows rows = FileResult.read(shell, file, COLUMNS, "indicator_id");
    FileResult result = new FileResult(shell, file, rows);
    Optional<StatusRuntimeException> broken = Optional.empty();
    int all = rows.rows().size();
    try (Meter meter = Meter.on(shell.environment(), shell.words().get("meter.observe"), all)) {
      for (int i = 0; i < all; i++) {
        Row row = rows.rows().get(i);
        if (broken.isPresent()) {
          result.refused(row, unsent(broken.get()));
        } else {
          broken = send(row, result);
        }
        meter.at(i + 1, all);
      }
    }
    broken.ifPresent(result::broken);
    return result.finish();
  }

  /** Sends a row; returns what makes sending the rest pointless. */
  private Optional<StatusRuntimeException> send(Row row, FileResult result) {
    Input input = new Input(shell.words());
    RecordObservationRequest figure = figure(row, input);
    if (!input.faults().isEmpty()) {
      result.refused(row, String.join("; ", input.faults()));
      return Optional.empty();
    }
    try {
      RecordObservationResponse reply = session.services().indicator().recordObservation(figure);
      if (shell.json()) {
        shell.printJsonLine(reply);
      }
      result.accepted(figure.getIndicatorId(), reply.getObservationId());
      return Optional.empty();
    } catch (StatusRuntimeException e) {
      return refuse(row, e, result);
    }
  }

  private Optional<StatusRuntimeException> refuse(
      Row row, StatusRuntimeException failure, FileResult result) {
    Status.Code code = failure.getStatus().getCode();
    if (code == Status.Code.UNAVAILABLE
        || code == Status.Code.UNAUTHENTICATED
        || code == Status.Code.DEADLINE_EXCEEDED) {
      result.refused(row, unsent(failure));
      return Optional.of(failure);
    }
    List<String> lines = new Refusals(shell.words(), shell.server()).of(failure).lines();
    result.refused(row, String.join("; ", lines));
    return Optional.empty();
  }

  private String unsent(StatusRuntimeException failure) {
    return shell.words().get("file.unanswered", failure.getStatus().getCode().name());
  }

  private RecordObservationRequest figure(Row row, Input input) {
    String value = input.required("value", row.get("value"), "expected.decimal");
    String period = input.required("period_end", row.get("period_end"), "expected.period");
    RecordObservationRequest.Builder figure =
        RecordObservationRequest.newBuilder()
            .setPlanId(session.planId())
            .setIndicatorId(
                input.required("indicator_id", row.get("indicator_id"), "expected.indicator"))
            .setValue(input.decimal("value", value))
            .setPeriodEnd(input.date("period_end", period))
            .setSource(row.get("source"));
    String key = row.get("idempotency_key");
    return figure.setIdempotencyKey(key.isEmpty() ? RowKey.of(figure.build()) : key).build();
  }
}
