package io.waymark.cli.view;

import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.registry.v1.FundingLine;
import io.waymark.proto.registry.v1.ListScheduleVersionsResponse;
import io.waymark.proto.registry.v1.Place;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.Suspension;
import java.time.ZoneId;
import java.util.stream.Stream;

/** One project as the registry keeps it. */
public final class ProjectStateView {
  private final View view;
  private final Words words;
  private final ZoneId zone;

  /** For one reader. */
  public ProjectStateView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.zone = zone;
  }

  /** Facts, pipeline, money, stops and schedules. */
  public String render(ProjectState state, ListScheduleVersionsResponse schedules) {
    Project project = state.getProject();
    PhasesView phases = new PhasesView(view, zone);
    StringBuilder text = new StringBuilder();
    text.append(view.strong(words.language().of(project.getName())))
        .append("  ")
        .append(project.getProjectId())
        .append('\n')
        .append(facts(state).render(view.style()));
    section(text, "projects.pipeline").append("  ").append(phases.pipeline(state.getPhase()));
    text.append('\n');
    if (state.getPhaseMovesCount() > 0) {
      text.append(phases.table(state.getPhaseMovesList()).render(view.style()));
    }
    money(text, project);
    stops(text, state);
    section(text, "projects.schedules").append(new SchedulesView(view, zone).render(schedules));
    return text.toString();
  }

  private StringBuilder section(StringBuilder text, String key) {
    return text.append('\n').append(view.strong(words.get(key))).append('\n');
  }

  private Table facts(ProjectState state) {
    Project project = state.getProject();
    Table table = new Table("  ", Align.LEFT, Align.LEFT);
    table.row(words.get("projects.field"), view.category(project.getCategory()));
    table.row(words.get("projects.list"), words.getOr("projects." + project.getKind().name(), "-"));
    table.row(words.get("projects.store"), words.getOr("projects." + state.getStore().name(), "-"));
    table.row(
        words.get("projects.lead"),
        String.join(
            " ",
            Stream.concat(
                    Stream.of(project.getLeadBureauId()),
                    project.getSupportingBureauIdsList().stream())
                .toList()));
    if (project.hasPlace()) {
      table.row(words.get("projects.place"), place(project.getPlace()));
    }
    if (!project.getParentProjectId().isEmpty()) {
      table.row(words.get("projects.parent"), project.getParentProjectId());
    }
    return table;
  }

  private String place(Place place) {
    String at =
        place.hasLatitude() ? "(" + place.getLatitude() + ", " + place.getLongitude() + ")" : "";
    return (place.getDistrict() + " " + words.language().of(place.getAddress()) + " " + at)
        .strip()
        .replaceAll(" +", " ");
  }

  private void money(StringBuilder text, Project project) {
    if (project.getBudget().isEmpty() && project.getFundingCount() == 0) {
      return;
    }
    Table table = new Table("  ", Align.LEFT, Align.RIGHT, Align.LEFT);
    if (!project.getBudget().isEmpty()) {
      table.row(words.get("projects.budget"), project.getBudget(), "");
    }
    for (FundingLine line : project.getFundingList()) {
      table.row(
          words.getOr("funding." + line.getSource().name(), "-"),
          line.getAmount(),
          words.getOr("projects." + line.getProvenance().name(), ""));
    }
    section(text, "projects.money").append(table.render(view.style()));
  }

  private void stops(StringBuilder text, ProjectState state) {
    if (state.getSuspensionsCount() == 0) {
      return;
    }
    Table table = new Table("  ", Align.LEFT, Align.LEFT, Align.LEFT);
    for (Suspension stop : state.getSuspensionsList()) {
      String planned =
          stop.getPlannedUntil().isEmpty()
              ? ""
              : " " + words.get("projects.plannedUntil", stop.getPlannedUntil());
      table.row(
          stop.getFrom() + " … " + stop.getUntil() + planned,
          stop.getReason(),
          (stop.getApproval() + " " + stop.getResumptionApproval()).strip());
    }
    section(text, "projects.stops").append(table.render(view.style()));
  }
}
