package io.waymark.cli.demo;

import io.waymark.cli.demo.DemoEvent.Figure;
import io.waymark.cli.demo.DemoEvent.Report;
import io.waymark.cli.demo.DemoEvent.Resume;
import io.waymark.cli.demo.DemoEvent.Suspend;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.type.v1.Provenance;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Events of the demo in the words of the contracts; every figure is marked as simulated.
 *
 * @param earlier knows the ids that the registry gave to earlier reports
 */
record EventMessages(String planId, Acknowledged earlier) {

  ReportProgressRequest report(Report report) {
    return ReportProgressRequest.newBuilder()
        .setPlanId(planId)
        .setProjectId(report.project())
        .setIdempotencyKey(report.key())
        .setAsOf(report.asOf().toString())
        .setPercentComplete(report.percent())
        .setInvestedToDate(report.invested().map(BigDecimal::toPlainString).orElse(""))
        .setExpectedFinish(report.expectedFinish().map(LocalDate::toString).orElse(""))
        .setPhase(report.phase())
        .setObstacle(report.obstacle())
        .setCorrectsReportId(corrected(report))
        .setProvenance(Provenance.PROVENANCE_SIMULATED)
        .build();
  }

  private String corrected(Report report) {
    return report.correctsKey().isEmpty() ? "" : earlier.reportId(report.correctsKey());
  }

  RecordObservationRequest figure(Figure figure) {
    return RecordObservationRequest.newBuilder()
        .setPlanId(planId)
        .setIndicatorId(figure.indicator())
        .setIdempotencyKey(figure.key())
        .setPeriodEnd(figure.periodEnd().toString())
        .setValue(figure.value().toPlainString())
        .setExactness(Exactness.EXACTNESS_EXACT)
        .setProvenance(Provenance.PROVENANCE_SIMULATED)
        .setSource(figure.source())
        .build();
  }

  SuspendProjectRequest suspend(Suspend stop) {
    return SuspendProjectRequest.newBuilder()
        .setPlanId(planId)
        .setProjectId(stop.project())
        .setIdempotencyKey(stop.key())
        .setFrom(stop.from().toString())
        .setReason(stop.reason())
        .setApproval(stop.approval())
        .build();
  }

  ResumeProjectRequest resume(Resume go) {
    return ResumeProjectRequest.newBuilder()
        .setPlanId(planId)
        .setProjectId(go.project())
        .setIdempotencyKey(go.key())
        .setFrom(go.from().toString())
        .setApproval(go.approval())
        .build();
  }
}
