package io.waymark.cli.command;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.bulk.CsvRows;
import io.waymark.cli.bulk.CsvRows.Row;
import io.waymark.cli.bulk.Meter;
import io.waymark.cli.bulk.ProgressUpload;
import io.waymark.proto.registry.v1.Refusal;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports of many projects from a file, over one stream. */
final class ReportFile {
  static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("project", "project_id"),
          Map.entry("项目编号", "project_id"),
          Map.entry("项目", "project_id"),
          Map.entry("截止日期", "as_of"),
          Map.entry("填报日期", "as_of"),
          Map.entry("percent", "percent_complete"),
          Map.entry("形象进度", "percent_complete"),
          Map.entry("invested", "invested_to_date"),
          Map.entry("累计投资", "invested_to_date"),
          Map.entry("预计完工", "expected_finish"),
          Map.entry("阶段", "phase"),
          Map.entry("困难", "obstacle"),
          Map.entry("存在问题", "obstacle"),
          Map.entry("corrects", "corrects_report_id"),
          Map.entry("更正", "corrects_report_id"),
          Map.entry("key", "idempotency_key"));

  private record Item(Row row, ReportProgressRequest report) {}

  private final Shell shell;
  private final Session session;

  ReportFile(Shell shell, Session session) {
    this.shell = shell;
    this.session = session;
  }

  int send(Path file) {
    CsvRows rows = FileResult.read(shell, file, COLUMNS, "project_id");
    FileResult result = new FileResult(shell, file, rows);
    List<Item> items = new ArrayList<>();
    for (Row row : rows.rows()) {
      Input input = new Input(shell.words());
      ReportProgressRequest report = report(row, input);
      if (input.faults().isEmpty()) {
        items.add(new Item(row, report));
      } else {
        result.refused(row, String.join("; ", input.faults()));
      }
    }
    upload(items, result);
    return result.finish();
  }

  private void upload(List<Item> items, FileResult result) {
    List<ReportProgressRequest> reports = items.stream().map(Item::report).toList();
    List<StreamProgressResponse> answers = new ArrayList<>();
    Optional<StatusRuntimeException> broken;
    try (Meter meter =
        Meter.on(shell.environment(), shell.words().get("meter.report"), items.size())) {
      broken =
          ProgressUpload.send(
              session.services().registryStreams(),
              reports,
              60 + items.size() / 10,
              answer -> {
                answers.add(answer);
                meter.at(answers.size(), items.size());
              });
    }
    for (int i = 0; i < items.size(); i++) {
      if (i < answers.size()) {
        acknowledge(items.get(i), answers.get(i), result);
      } else {
        result.refused(items.get(i).row(), unanswered(broken));
      }
    }
    broken.ifPresent(result::broken);
  }

  private void acknowledge(Item item, StreamProgressResponse answer, FileResult result) {
    if (shell.json()) {
      shell.printJsonLine(answer);
    }
    if (answer.hasAccepted()) {
      result.accepted(item.report().getProjectId(), answer.getAccepted().getReportId());
    } else {
      result.refused(item.row(), reason(answer.getRefused()));
    }
  }

  private static String reason(Refusal refusal) {
    if (refusal.getViolationsCount() == 0) {
      return refusal.getStatus() + ": " + refusal.getMessage();
    }
    return refusal.getViolationsList().stream()
        .map(v -> v.getField() + ": " + v.getValue() + " (expected: " + v.getExpectation() + ")")
        .collect(Collectors.joining("; "));
  }

  private String unanswered(Optional<StatusRuntimeException> broken) {
    String status = broken.map(e -> e.getStatus().getCode().name()).orElse("OK");
    return shell.words().get("file.unanswered", status);
  }

  private ReportProgressRequest report(Row row, Input input) {
    ReportProgressRequest.Builder report =
        ReportProgressRequest.newBuilder()
            .setPlanId(session.planId())
            .setProjectId(input.required("project_id", row.get("project_id"), "expected.project"))
            .setInvestedToDate(input.decimal("invested_to_date", row.get("invested_to_date")))
            .setExpectedFinish(input.date("expected_finish", row.get("expected_finish")))
            .setPhase(input.phase("phase", row.get("phase")))
            .setObstacle(row.get("obstacle"))
            .setCorrectsReportId(row.get("corrects_report_id"));
    input
        .percent("percent_complete", row.get("percent_complete"))
        .ifPresent(report::setPercentComplete);
    String asOf = input.date("as_of", row.get("as_of"));
    report.setAsOf(row.get("as_of").isEmpty() ? session.today() : asOf);
    String key = row.get("idempotency_key");
    return report.setIdempotencyKey(key.isEmpty() ? RowKey.of(report.build()) : key).build();
  }
}
