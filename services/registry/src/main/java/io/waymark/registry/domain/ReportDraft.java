package io.waymark.registry.domain;

import java.util.OptionalDouble;

/** A progress report as a caller wrote it, unchecked; absent texts are empty. */
public record ReportDraft(
    String asOf,
    OptionalDouble percentComplete,
    String investedToDate,
    String expectedFinish,
    String phase,
    String obstacle,
    String correctsReportId,
    String provenance,
    ReportAnnexDraft annex) {

  /** A draft that says nothing besides its figures. */
  public ReportDraft(
      String asOf,
      OptionalDouble percentComplete,
      String investedToDate,
      String expectedFinish,
      String phase,
      String obstacle,
      String correctsReportId,
      String provenance) {
    this(
        asOf,
        percentComplete,
        investedToDate,
        expectedFinish,
        phase,
        obstacle,
        correctsReportId,
        provenance,
        ReportAnnexDraft.NONE);
  }
}
