package io.waymark.cli.pack;

import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.SchedulePoint;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.proto.registry.v1.Suspension;
import io.waymark.proto.type.v1.ReportingRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The cells of what was decided, from what the services hold. */
final class DecisionCells {
  private final BiConsumer<Sheet, Map<String, String>> rows;

  /** Rows go where they are told; of two with one key the later counts. */
  DecisionCells(BiConsumer<Sheet, Map<String, String>> rows) {
    this.rows = rows;
  }

  void project(ProjectState state) {
    String id = state.getProject().getProjectId();
    state.getScheduleRevisionsList().forEach(version -> schedule(id, version));
    state.getPhaseMovesList().stream()
        .filter(move -> move.getReportId().isEmpty() && !move.getWithdrawn())
        .forEach(move -> move(id, move));
    state.getSuspensionsList().forEach(stop -> stop(id, stop));
  }

  private void schedule(String project, ScheduleVersion version) {
    Map<String, String> row = new HashMap<>();
    row.put("project_id", project);
    row.put("effective", version.getEffective());
    row.put("planned_start", version.getPlannedStart());
    row.put("planned_finish", version.getPlannedFinish());
    row.put("document", version.getDocument());
    row.put("approver", version.getApprover());
    row.put("reason", version.getReason());
    rows.accept(Sheet.SCHEDULE_REVISIONS, row);
    for (SchedulePoint point : version.getPointsList()) {
      Map<String, String> cells = point(project, point);
      cells.put("effective", version.getEffective());
      cells.put("document", version.getDocument());
      rows.accept(Sheet.SCHEDULES, cells);
    }
  }

  /** A point of a schedule, whether the plan's own or not. */
  static Map<String, String> point(String project, SchedulePoint point) {
    Map<String, String> row = new HashMap<>();
    row.put("project_id", project);
    row.put("date", point.getDate());
    row.put("percent", BigDecimal.valueOf(point.getPercent()).toPlainString());
    row.put("milestone_zh", point.getMilestone().getZh());
    row.put("milestone_en", point.getMilestone().getEn());
    return row;
  }

  private void move(String project, PhaseMove move) {
    Map<String, String> row = new HashMap<>();
    row.put("project_id", project);
    row.put("date", move.getDate());
    row.put("phase", Vocabulary.word(Vocabulary.PHASES, move.getPhase()));
    row.put("reason", move.getReason());
    row.put("approval", move.getApproval());
    rows.accept(Sheet.PHASES, row);
  }

  private void stop(String project, Suspension stop) {
    Map<String, String> row = new HashMap<>();
    row.put("project_id", project);
    row.put("from", stop.getFrom());
    row.put("until", stop.getUntil());
    row.put("planned_until", stop.getPlannedUntil());
    row.put("reason", stop.getReason());
    row.put("approval", stop.getApproval());
    row.put("resumption_approval", stop.getResumptionApproval());
    rows.accept(Sheet.SUSPENSIONS, row);
  }

  void rule(boolean ofProjects, ReportingRule rule) {
    Map<String, String> row = new HashMap<>();
    row.put("owed", Vocabulary.word(Vocabulary.OWED, ofProjects));
    row.put("subject_id", rule.getSubjectId());
    row.put("frequency", rule.getFrequency());
    row.put("months_after", Integer.toString(rule.getMonthsAfter()));
    row.put("day", Integer.toString(rule.getDay()));
    row.put("grace_days", Integer.toString(rule.getGraceDays()));
    row.put("effective", rule.getEffective());
    rows.accept(Sheet.REPORTING_RULES, row);
  }
}
