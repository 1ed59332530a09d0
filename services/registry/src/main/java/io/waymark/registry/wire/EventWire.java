package io.waymark.registry.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.PhaseMoved;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ProgressReported;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectRegistered;
import io.waymark.proto.registry.v1.ProjectResumed;
import io.waymark.proto.registry.v1.ProjectRevised;
import io.waymark.proto.registry.v1.ProjectSuspended;
import io.waymark.proto.registry.v1.ScheduleRevised;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.proto.registry.v1.Suspension;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectEvent;
import java.time.LocalDate;

/** Events of projects: as published, and as kept. */
public final class EventWire {
  private EventWire() {}

  /** For the topic: what happened, with the state after it. */
  public static io.waymark.proto.registry.v1.ProjectEvent published(ProjectChange change) {
    var event =
        io.waymark.proto.registry.v1.ProjectEvent.newBuilder()
            .setState(ToldStates.told(change.state()))
            .setLeadBureauName(TypeWire.text(change.leadBureauName()))
            .setActor(TypeWire.actor(change.actor()))
            .setRecordedAt(TypeWire.timestamp(change.recordedAt()));
    return switch (change.event()) {
      case ProjectEvent.Registered _ ->
          event.setRegistered(ProjectRegistered.getDefaultInstance()).build();
      case ProjectEvent.Revised _ -> event.setRevised(ProjectRevised.getDefaultInstance()).build();
      case ProjectEvent.Reported(var report) ->
          event
              .setReported(ProgressReported.newBuilder().setReport(ReportWire.report(report)))
              .build();
      case ProjectEvent.Suspended(var stop) ->
          event
              .setSuspended(
                  ProjectSuspended.newBuilder().setSuspension(ReportWire.suspension(stop)))
              .build();
      case ProjectEvent.Resumed _ ->
          event
              .setResumed(
                  ProjectResumed.newBuilder()
                      .setSuspension(ReportWire.suspension(change.state().suspensions().getLast())))
              .build();
      case ProjectEvent.Moved(var move) ->
          event.setPhaseMoved(PhaseMoved.newBuilder().setMove(PhaseWire.move(move))).build();
      case ProjectEvent.Rescheduled(var version) ->
          event
              .setScheduleRevised(
                  ScheduleRevised.newBuilder().setVersion(ScheduleWire.version(version)))
              .build();
    };
  }

  /** Word for the kind of event, as kept. */
  public static String kind(ProjectEvent event) {
    return switch (event) {
      case ProjectEvent.Registered _ -> "registered";
      case ProjectEvent.Revised _ -> "revised";
      case ProjectEvent.Reported _ -> "reported";
      case ProjectEvent.Suspended _ -> "suspended";
      case ProjectEvent.Resumed _ -> "resumed";
      case ProjectEvent.Moved _ -> "moved";
      case ProjectEvent.Rescheduled _ -> "rescheduled";
    };
  }

  /**
   * What is kept of an event: the part that is its own. A resumption is a Suspension with only its
   * end.
   */
  public static byte[] body(ProjectEvent event) {
    return switch (event) {
      case ProjectEvent.Registered(var definition) -> ProjectWire.project(definition).toByteArray();
      case ProjectEvent.Revised(var definition) -> ProjectWire.project(definition).toByteArray();
      case ProjectEvent.Reported(var report) -> ReportWire.report(report).toByteArray();
      case ProjectEvent.Suspended(var stop) -> ReportWire.suspension(stop).toByteArray();
      case ProjectEvent.Resumed(var from, var approval) ->
          Suspension.newBuilder()
              .setUntil(from.toString())
              .setApproval(approval)
              .build()
              .toByteArray();
      case ProjectEvent.Moved(var move) -> PhaseWire.move(move).toByteArray();
      case ProjectEvent.Rescheduled(var version) -> ScheduleWire.version(version).toByteArray();
    };
  }

  /** An event as it was kept. */
  public static ProjectEvent event(String kind, byte[] body) {
    try {
      return switch (kind) {
        case "registered" ->
            new ProjectEvent.Registered(ProjectWire.definition(Project.parseFrom(body)));
        case "revised" -> new ProjectEvent.Revised(ProjectWire.definition(Project.parseFrom(body)));
        case "reported" ->
            new ProjectEvent.Reported(ReportWire.report(ProgressReport.parseFrom(body)));
        case "suspended" ->
            new ProjectEvent.Suspended(ReportWire.suspension(Suspension.parseFrom(body)));
        case "resumed" -> {
          Suspension end = Suspension.parseFrom(body);
          yield new ProjectEvent.Resumed(LocalDate.parse(end.getUntil()), end.getApproval());
        }
        case "moved" -> new ProjectEvent.Moved(PhaseWire.move(PhaseMove.parseFrom(body)));
        case "rescheduled" ->
            new ProjectEvent.Rescheduled(ScheduleWire.version(ScheduleVersion.parseFrom(body)));
        default ->
            throw new IllegalStateException(
                "event: "
                    + kind
                    + " (expected: registered, revised, reported, suspended, resumed, moved or"
                    + " rescheduled)");
      };
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a kept event cannot be read: " + kind, e);
    }
  }
}
