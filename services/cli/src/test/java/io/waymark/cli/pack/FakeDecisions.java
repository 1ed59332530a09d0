package io.waymark.cli.pack;

import io.waymark.proto.registry.v1.MovePhaseRequest;
import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.ResumeProjectRequest;
import io.waymark.proto.registry.v1.ReviseScheduleRequest;
import io.waymark.proto.registry.v1.ScheduleKind;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.proto.registry.v1.SuspendProjectRequest;
import io.waymark.proto.registry.v1.Suspension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was decided of projects, as a registry keeps it. */
public final class FakeDecisions {
  private final Map<String, ProjectState.Builder> states = new HashMap<>();
  private final List<String> written = new ArrayList<>();

  /** What was recorded, in order, in a word each. */
  List<String> written() {
    return written;
  }

  ProjectState of(Project project) {
    return state(project.getProjectId()).clone().setProject(project).build();
  }

  /** A move that a report told: it is no plan's. */
  void reported(String project, PhaseMove move) {
    state(project).addPhaseMoves(move);
  }

  void revise(ReviseScheduleRequest request) {
    written.add("schedule " + request.getProjectId() + " " + request.getDocument());
    state(request.getProjectId())
        .addScheduleRevisions(
            ScheduleVersion.newBuilder()
                .setKind(ScheduleKind.SCHEDULE_KIND_REVISION)
                .setPlannedStart(request.getPlannedStart())
                .setPlannedFinish(request.getPlannedFinish())
                .addAllPoints(request.getPointsList())
                .setDocument(request.getDocument())
                .setApprover(request.getApprover())
                .setReason(request.getReason())
                .setEffective(request.getEffective()));
  }

  void move(MovePhaseRequest request) {
    written.add("phase " + request.getProjectId() + " " + request.getDate());
    state(request.getProjectId())
        .addPhaseMoves(
            PhaseMove.newBuilder()
                .setPhase(request.getPhase())
                .setDate(request.getDate())
                .setReason(request.getReason())
                .setApproval(request.getApproval()));
  }

  void suspend(SuspendProjectRequest request) {
    written.add("suspend " + request.getProjectId() + " " + request.getFrom());
    state(request.getProjectId())
        .addSuspensions(
            Suspension.newBuilder()
                .setFrom(request.getFrom())
                .setUntil(request.getUntil())
                .setPlannedUntil(request.getPlannedUntil())
                .setReason(request.getReason())
                .setApproval(request.getApproval()));
  }

  /** Ends the last stop. */
  void resume(ResumeProjectRequest request) {
    written.add("resume " + request.getProjectId() + " " + request.getFrom());
    ProjectState.Builder state = state(request.getProjectId());
    state
        .getSuspensionsBuilder(state.getSuspensionsCount() - 1)
        .setUntil(request.getFrom())
        .setResumptionApproval(request.getApproval());
  }

  private ProjectState.Builder state(String project) {
    return states.computeIfAbsent(project, id -> ProjectState.newBuilder());
  }
}
