package io.waymark.cli.view;

import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Words;
import io.waymark.proto.registry.v1.ListProjectsResponse;
import io.waymark.proto.registry.v1.Phase;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import java.util.EnumMap;
import java.util.Map;

/** Projects line by line, and how many stand in each phase. */
public final class ProjectListView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public ProjectListView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** The list with its counts; one sentence if it is empty. */
  public String render(ListProjectsResponse reply) {
    if (reply.getStatesCount() == 0) {
      return words.get("projects.none") + "\n";
    }
    Table table =
        new Table(
            "",
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.LEFT,
            Align.RIGHT,
            Align.LEFT);
    table.heading(
        words.get("projects.id"),
        words.get("projects.name"),
        words.get("projects.phase"),
        words.get("projects.list"),
        words.get("projects.district"),
        words.get("projects.budget"),
        words.get("projects.lead"));
    reply.getStatesList().forEach(state -> row(table, state));
    return counts(reply) + table.render(view.style());
  }

  private void row(Table table, ProjectState state) {
    Project project = state.getProject();
    table.row(
        project.getProjectId(),
        words.language().of(project.getName()),
        words.getOr("phase." + state.getPhase().name(), "-") + stopped(state),
        words.getOr("projects." + project.getKind().name(), "-"),
        View.date(project.getPlace().getDistrict()),
        View.date(project.getBudget()),
        project.getLeadBureauId());
  }

  private static String stopped(ProjectState state) {
    boolean open =
        state.getSuspensionsCount() > 0
            && state.getSuspensions(state.getSuspensionsCount() - 1).getUntil().isEmpty();
    return open ? " ‖" : "";
  }

  private String counts(ListProjectsResponse reply) {
    Map<Phase, Integer> byPhase = new EnumMap<>(Phase.class);
    reply.getStatesList().forEach(state -> byPhase.merge(state.getPhase(), 1, Integer::sum));
    StringBuilder line = new StringBuilder(words.get("projects.count", reply.getStatesCount()));
    byPhase.forEach((phase, count) ->
        line.append("  ")
            .append(words.getOr("phase." + phase.name(), "-"))
            .append(' ')
            .append(count));
    return view.faint(line.toString()) + "\n";
  }
}
