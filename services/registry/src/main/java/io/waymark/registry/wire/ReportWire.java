package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Suspension;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** Reports and stops of the clock. */
public final class ReportWire {
  private ReportWire() {}

  /** As we wrote it. */
  public static io.waymark.registry.domain.ProgressReport report(ProgressReport report) {
    return new io.waymark.registry.domain.ProgressReport(
        report.getReportId(),
        LocalDate.parse(report.getAsOf()),
        report.hasPercentComplete()
            ? OptionalDouble.of(report.getPercentComplete())
            : OptionalDouble.empty(),
        TypeWire.decimal(report.getInvestedToDate()),
        TypeWire.date(report.getExpectedFinish()),
        ProjectWire.phase(report.getPhase()),
        report.getObstacle(),
        report.getCorrectsReportId(),
        TypeWire.provenance(report.getProvenance()),
        TypeWire.actor(report.getActor()),
        TypeWire.instant(report.getRecordedAt()),
        AnnexWire.annex(report));
  }

  /** For readers, for the topic and for the database. */
  public static ProgressReport report(io.waymark.registry.domain.ProgressReport report) {
    ProgressReport.Builder proto =
        ProgressReport.newBuilder()
            .setReportId(report.reportId())
            .setAsOf(report.asOf().toString())
            .setInvestedToDate(TypeWire.decimal(report.investedToDate()))
            .setExpectedFinish(TypeWire.date(report.expectedFinish()))
            .setPhase(ProjectWire.phase(report.phase()))
            .setObstacle(report.obstacle())
            .setCorrectsReportId(report.correctsReportId())
            .setProvenance(TypeWire.provenance(report.provenance()))
            .setActor(TypeWire.actor(report.actor()))
            .setRecordedAt(TypeWire.timestamp(report.recordedAt()));
    report.percentComplete().ifPresent(proto::setPercentComplete);
    AnnexWire.put(report.annex(), proto);
    return proto.build();
  }

  static io.waymark.registry.domain.Suspension suspension(Suspension suspension) {
    return new io.waymark.registry.domain.Suspension(
        LocalDate.parse(suspension.getFrom()),
        TypeWire.date(suspension.getUntil()),
        suspension.getReason(),
        suspension.getApproval(),
        TypeWire.date(suspension.getPlannedUntil()),
        suspension.getResumptionApproval());
  }

  static Suspension suspension(io.waymark.registry.domain.Suspension suspension) {
    return Suspension.newBuilder()
        .setFrom(suspension.from().toString())
        .setUntil(TypeWire.date(suspension.until()))
        .setReason(suspension.reason())
        .setApproval(suspension.approval())
        .setPlannedUntil(TypeWire.date(suspension.plannedUntil()))
        .setResumptionApproval(suspension.resumptionApproval())
        .build();
  }
}
