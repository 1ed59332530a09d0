package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.MovePhaseRequest;
import io.waymark.proto.registry.v1.MovePhaseResponse;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.ReportProgressResponse;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.ResumeProjectResponse;
import io.waymark.proto.registry.v1.ReviseScheduleRequest;
import io.waymark.proto.registry.v1.ReviseScheduleResponse;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.registry.v1.SuspendProjectResponse;
import io.waymark.registry.domain.ImportCounts;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.Reply;
import io.waymark.registry.domain.ReportDraft;
import java.util.OptionalDouble;

/** Commands and their replies. */
public final class CommandWire {
  private CommandWire() {}

  /** A report as its author wrote it, unchecked. */
  public static ProjectCommand.Report report(ReportProgressRequest request) {
    return new ProjectCommand.Report(
        new ProjectKey(request.getPlanId(), request.getProjectId()),
        request.getIdempotencyKey(),
        new ReportDraft(
            request.getAsOf(),
            request.hasPercentComplete()
                ? OptionalDouble.of(request.getPercentComplete())
                : OptionalDouble.empty(),
            request.getInvestedToDate(),
            request.getExpectedFinish(),
            TypeWire.word(request.getPhase(), request.getPhaseValue(), "PHASE_"),
            request.getObstacle(),
            request.getCorrectsReportId(),
            TypeWire.word(request.getProvenance(), request.getProvenanceValue(), "PROVENANCE_"),
            AnnexWire.draft(request)));
  }

  /** A stop as its author wrote it, unchecked. */
  public static ProjectCommand.Suspend suspend(SuspendProjectRequest request) {
    return new ProjectCommand.Suspend(
        new ProjectKey(request.getPlanId(), request.getProjectId()),
        request.getIdempotencyKey(),
        request.getFrom(),
        request.getReason(),
        request.getApproval(),
        request.getUntil(),
        request.getPlannedUntil());
  }

  /** A resumption as its author wrote it, unchecked. */
  public static ProjectCommand.Resume resume(ResumeProjectRequest request) {
    return new ProjectCommand.Resume(
        new ProjectKey(request.getPlanId(), request.getProjectId()),
        request.getIdempotencyKey(),
        request.getFrom(),
        request.getApproval());
  }

  /** A move to another phase as its author wrote it, unchecked. */
  public static ProjectCommand.MovePhase move(MovePhaseRequest request) {
    return new ProjectCommand.MovePhase(
        new ProjectKey(request.getPlanId(), request.getProjectId()),
        request.getIdempotencyKey(),
        TypeWire.word(request.getPhase(), request.getPhaseValue(), "PHASE_"),
        request.getDate(),
        request.getReason(),
        request.getApproval(),
        request.getCorrectsMoveId());
  }

  /** Another schedule as its author wrote it, unchecked. */
  public static ProjectCommand.ReviseSchedule revise(ReviseScheduleRequest request) {
    return new ProjectCommand.ReviseSchedule(
        new ProjectKey(request.getPlanId(), request.getProjectId()),
        request.getIdempotencyKey(),
        request.getPlannedStart(),
        request.getPlannedFinish(),
        ScheduleWire.drafts(request.getPointsList()),
        request.getDocument(),
        request.getApprover(),
        request.getReason(),
        request.getEffective());
  }

  /** Answer to a report. */
  public static ReportProgressResponse reported(Reply reply) {
    return ReportProgressResponse.newBuilder()
        .setReportId(reply.reportId())
        .setVersion(reply.version())
        .setRecordedAt(TypeWire.timestamp(reply.recordedAt()))
        .build();
  }

  /** Answer to a stop. */
  public static SuspendProjectResponse suspended(Reply reply) {
    return SuspendProjectResponse.newBuilder().setVersion(reply.version()).build();
  }

  /** Answer to a resumption. */
  public static ResumeProjectResponse resumed(Reply reply) {
    return ResumeProjectResponse.newBuilder().setVersion(reply.version()).build();
  }

  /** Answer to a move to another phase. */
  public static MovePhaseResponse moved(Reply reply) {
    return MovePhaseResponse.newBuilder()
        .setMoveId(reply.reportId())
        .setVersion(reply.version())
        .setRecordedAt(TypeWire.timestamp(reply.recordedAt()))
        .build();
  }

  /** Answer to another schedule. */
  public static ReviseScheduleResponse revised(Reply reply) {
    return ReviseScheduleResponse.newBuilder()
        .setScheduleVersionId(reply.reportId())
        .setVersion(reply.version())
        .setRecordedAt(TypeWire.timestamp(reply.recordedAt()))
        .build();
  }

  /** Answer to an import. */
  public static io.waymark.proto.type.v1.ImportCounts counts(ImportCounts counts) {
    return io.waymark.proto.type.v1.ImportCounts.newBuilder()
        .setCreated(counts.created())
        .setChanged(counts.changed())
        .setUnchanged(counts.unchanged())
        .build();
  }
}
