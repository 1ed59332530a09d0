package io.waymark.cli.demo;

import com.google.protobuf.Timestamp;
import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the services have acknowledged so far. */
final class Acknowledged {
  private final Instant since;
  private final Map<String, String> reportIds = new HashMap<>();
  private int reports;
  private int figures;
  private int stops;
  private int repeated;

  /** The reply to a repeated key is the stored one: its recorded time lies before the play. */
  Acknowledged(Instant since) {
    this.since = since;
  }

  void report(Report report, ReportProgressResponse response) {
    reports++;
    reportIds.put(report.key(), response.getReportId());
    countRepeated(response.getRecordedAt());
  }

  void figure(Timestamp recordedAt) {
    figures++;
    countRepeated(recordedAt);
  }

  void stop() {
    stops++;
  }

  /** The id that the registry gave to the report with this key. */
  String reportId(String key) {
    return Optional.ofNullable(reportIds.get(key)).orElseThrow();
  }

  int total() {
    return reports + figures + stops;
  }

  PlayReport summary() {
    return new PlayReport(reports, figures, stops, repeated);
  }

  private void countRepeated(Timestamp recordedAt) {
    Instant recorded = Instant.ofEpochSecond(recordedAt.getSeconds(), recordedAt.getNanos());
    if (!recorded.isAfter(since)) {
      repeated++;
    }
  }
}
