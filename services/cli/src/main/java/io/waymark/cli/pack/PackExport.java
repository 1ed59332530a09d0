package io.waymark.cli.pack;

import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.PackCell;
import io.waymark.proto.indicator.v1.PackNotes;
import io.waymark.proto.indicator.v1.PackRow;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.type.v1.ReportingRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cells of a pack from what the services hold: every column that is not noted is read from
 * their fields, and what is noted is put beside.
 */
public final class PackExport {
  private final Map<Sheet, Map<String, Map<String, String>>> sheets = new EnumMap<>(Sheet.class);
  private final Map<Sheet, List<Map<String, String>>> wholes = new EnumMap<>(Sheet.class);

  private PackExport() {}

  /** The pack of one plan as it is loaded. */
  public static PackCells of(
      ExportPlanResponse plan,
      List<Bureau> bureaus,
      List<ProjectState> projects,
      List<ReportingRule> ofReports,
      List<ReportingRule> ofFigures) {
    PackExport export = new PackExport();
    Set<String> mentioned = new TreeSet<>();
    PlanCells stated = new PlanCells(export::add, mentioned);
    stated.plan(plan.getPlan());
    plan.getIndicatorsList().forEach(stated::indicator);
    plan.getRevisionsList().forEach(stated::revision);
    plan.getDecompositionsList().forEach(stated::shares);
    projects.forEach(state -> export.project(state.getProject(), mentioned));
    DecisionCells decided = new DecisionCells(export::add);
    projects.forEach(decided::project);
    ofReports.forEach(rule -> decided.rule(true, rule));
    ofFigures.forEach(rule -> decided.rule(false, rule));
    export.figures(plan);
    export.bureaus(plan, bureaus, mentioned);
    plan.getNotesList().forEach(export::notes);
    return export.cells();
  }

  private PackCells cells() {
    Map<Sheet, List<Map<String, String>>> all = new EnumMap<>(Sheet.class);
    for (Sheet sheet : Sheet.values()) {
      List<Map<String, String>> rows = new ArrayList<>();
      sheets
          .getOrDefault(sheet, Map.of())
          .values()
          .forEach(row -> rows.add(PackCells.canonical(sheet, row)));
      wholes
          .getOrDefault(sheet, List.of())
          .forEach(row -> rows.add(PackCells.canonical(sheet, row)));
      all.put(sheet, rows);
    }
    return new PackCells(all);
  }

  private void project(Project project, Set<String> mentioned) {
    mentioned.add(project.getLeadBureauId());
    mentioned.addAll(project.getSupportingBureauIdsList());
    Map<String, String> row = new HashMap<>();
    row.put("project_id", project.getProjectId());
    PlanCells.name(row, "name", project.getName());
    row.put("category", project.getCategory());
    row.put("phase", Vocabulary.word(Vocabulary.PHASES, project.getPhase()));
    row.put("lead_bureau_id", project.getLeadBureauId());
    row.put("supporting_bureau_ids", String.join(";", project.getSupportingBureauIdsList()));
    row.put("planned_start", project.getPlannedStart());
    row.put("planned_finish", project.getPlannedFinish());
    row.put("reporting_frequency", project.getReportingFrequency());
    RegistryColumns.write(project, row);
    PlanCells.source(row, project.getSource());
    row.put(
        "assumed",
        String.join(
            ";",
            project.getAssumedFieldsList().stream()
                .filter(field -> !field.startsWith("schedule."))
                .toList()));
    add(Sheet.PROJECTS, row);
    project.getContributionsList().forEach(c -> contribution(project.getProjectId(), c));
    project
        .getScheduleList()
        .forEach(point -> add(Sheet.SCHEDULES, DecisionCells.point(project.getProjectId(), point)));
  }

  private void contribution(String projectId, Contribution contribution) {
    Map<String, String> row = new HashMap<>();
    row.put("indicator_id", contribution.getIndicatorId());
    row.put("project_id", projectId);
    row.put("amount", contribution.getAmount());
    row.put("mode", Vocabulary.word(Vocabulary.MODES, contribution.getMode()));
    add(Sheet.CONTRIBUTIONS, row);
  }

  /** Only the figures of the pack: what bureaus report is no part of a plan. */
  private void figures(ExportPlanResponse plan) {
    Map<String, Observation> held = new HashMap<>();
    plan.getFiguresList().forEach(f -> held.put(f.getIndicatorId() + " " + f.getPeriodEnd(), f));
    for (PackNotes notes : plan.getNotesList()) {
      if (notes.getSheet().equals(Sheet.OBSERVATIONS.title())) {
        for (PackRow noted : notes.getRowsList()) {
          Map<String, String> key = cells(noted);
          Observation figure = held.get(key.get("indicator_id") + " " + key.get("period_end"));
          if (!noted.getWhole() && figure != null) {
            figure(figure);
          }
        }
      }
    }
  }

  private void figure(Observation figure) {
    Map<String, String> row = new HashMap<>();
    row.put("indicator_id", figure.getIndicatorId());
    row.put("period_end", figure.getPeriodEnd());
    row.put("value", figure.getValue());
    row.put("exactness", Vocabulary.word(Vocabulary.EXACTNESS, figure.getExactness()));
    row.put("use", "series");
    add(Sheet.OBSERVATIONS, row);
  }

  /** Those of the pack, those that anything mentions, and all superiors of both. */
  private void bureaus(ExportPlanResponse plan, List<Bureau> all, Set<String> mentioned) {
    Map<String, Bureau> known = new HashMap<>();
    all.forEach(bureau -> known.put(bureau.getBureauId(), bureau));
    Set<String> wanted = new TreeSet<>(mentioned);
    plan.getNotesList().stream()
        .filter(notes -> notes.getSheet().equals(Sheet.BUREAUS.title()))
        .forEach(notes -> wanted.add(notes.getItem()));
    for (String id : List.copyOf(wanted)) {
      for (Bureau bureau = known.get(id);
          bureau != null && wanted.add(bureau.getParentBureauId());
          bureau = known.get(bureau.getParentBureauId())) {}
    }
    all.stream().filter(bureau -> wanted.contains(bureau.getBureauId())).forEach(this::bureau);
  }

  private void bureau(Bureau bureau) {
    Map<String, String> row = new HashMap<>();
    row.put("bureau_id", bureau.getBureauId());
    PlanCells.name(row, "name", bureau.getName());
    row.put("parent_bureau_id", bureau.getParentBureauId());
    row.put("emails", String.join(";", bureau.getEmailsList()));
    row.put("language", bureau.getLanguage());
    RegistryColumns.write(bureau, row);
    add(Sheet.BUREAUS, row);
  }

  private void notes(PackNotes notes) {
    Sheet.titled(notes.getSheet())
        .ifPresent(sheet ->
            notes
                .getRowsList()
                .forEach(row -> {
                  Map<String, String> cells = cells(row);
                  if (row.getWhole()) {
                    wholes.computeIfAbsent(sheet, s -> new ArrayList<>()).add(cells);
                  } else {
                    Map<String, String> there =
                        sheets
                            .getOrDefault(sheet, Map.of())
                            .getOrDefault(PackCells.key(sheet, cells), new HashMap<>());
                    cells.forEach(there::putIfAbsent);
                  }
                }));
  }

  private static Map<String, String> cells(PackRow row) {
    Map<String, String> cells = new HashMap<>();
    for (PackCell cell : row.getCellsList()) {
      cells.put(cell.getColumn(), cell.getText());
    }
    return cells;
  }

  private void add(Sheet sheet, Map<String, String> row) {
    sheets.computeIfAbsent(sheet, s -> new LinkedHashMap<>()).put(PackCells.key(sheet, row), row);
  }
}
