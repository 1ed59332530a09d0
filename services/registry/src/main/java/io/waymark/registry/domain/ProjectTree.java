package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The projects that a plan will have after an import, and whether their parts form trees. */
final class ProjectTree {
  private final Map<String, String> parents;

  /**
   * Joins what is there with what comes.
   *
   * @param known by project id: the parent's id, empty at the top
   */
  ProjectTree(List<ProjectDraft> drafts, Map<String, String> known) {
    parents = new HashMap<>(known);
    drafts.forEach(draft -> parents.put(draft.projectId(), draft.details().parentProjectId()));
  }

  void check(Faults faults, ProjectDraft draft) {
    String parent = draft.details().parentProjectId();
    if (parent.isEmpty()) {
      return;
    }
    if (!parents.containsKey(parent)) {
      faults.add("parent_project_id", parent, Expected.KNOWN_PROJECT.with());
      return;
    }
    Set<String> passed = new LinkedHashSet<>(List.of(draft.projectId()));
    String at = parent;
    while (!at.isEmpty() && passed.add(at)) {
      at = parents.getOrDefault(at, "");
    }
    if (at.equals(draft.projectId())) {
      faults.add(
          "parent_project_id",
          parent,
          Expected.NO_CIRCLE.with(String.join(" > ", passed) + " > " + at));
    }
  }
}
