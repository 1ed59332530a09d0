package io.waymark.indicator.judge;

import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.ScheduleVersion;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A project as it is to be judged for a day: by the schedule that holds on it, and with the moves
 * to other phases that no report tells.
 */
public final class InForce {
  private InForce() {}

  /**
   * The version that holds on a day: of those that are effective the one that became so last, of
   * two of one day the one recorded last; empty while the plan's own schedule holds.
   */
  public static Optional<ScheduleVersion> revision(ProjectState state, LocalDate day) {
    ScheduleVersion found = null;
    for (ScheduleVersion version : state.getScheduleRevisionsList()) {
      boolean holds = !LocalDate.parse(version.getEffective()).isAfter(day);
      if (holds && (found == null || version.getEffective().compareTo(found.getEffective()) >= 0)) {
        found = version;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The same project with the schedule that holds on a day as its own; it is not assumed then. */
  public static ProjectState scheduled(ProjectState state, LocalDate day) {
    return revision(state, day)
        .map(version -> state.toBuilder().setProject(by(version, state.getProject())).build())
        .orElse(state);
  }

  private static Project by(ScheduleVersion version, Project project) {
    List<String> assumed =
        project.getAssumedFieldsList().stream()
            .filter(field -> !field.startsWith("planned_") && !field.startsWith("schedule."))
            .toList();
    return project.toBuilder()
        .setPlannedStart(version.getPlannedStart())
        .setPlannedFinish(version.getPlannedFinish())
        .clearSchedule()
        .addAllSchedule(version.getPointsList())
        .clearAssumedFields()
        .addAllAssumedFields(assumed)
        .build();
  }

  /**
   * The reports, and for each move that is told by none of them one that says nothing but the
   * phase.
   */
  static List<ProgressReport> told(ProjectState state) {
    if (state.getPhaseMovesCount() == 0) {
      return state.getReportsList();
    }
    Set<String> reports = new HashSet<>();
    state.getReportsList().forEach(report -> reports.add(report.getReportId()));
    return Stream.concat(
            state.getReportsList().stream(),
            state.getPhaseMovesList().stream()
                .filter(move -> !reports.contains(move.getMoveId()))
                .map(InForce::asReport))
        .toList();
  }

  private static ProgressReport asReport(PhaseMove move) {
    return ProgressReport.newBuilder()
        .setReportId(move.getMoveId())
        .setAsOf(move.getDate())
        .setPhase(move.getPhase())
        .setRecordedAt(move.getRecordedAt())
        .build();
  }
}
