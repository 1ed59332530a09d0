package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Bureau;
import io.waymark.cli.pack.PlanPack.Figure;
import io.waymark.cli.pack.PlanPack.Indicator;
import io.waymark.cli.pack.PlanPack.Project;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Every id once, every reference to something that is there. */
final class ReferenceChecks {
  private final Sheets sheets;
  private final Set<String> bureaus;
  private final Set<String> indicators;
  private final Set<String> projects;

  ReferenceChecks(Sheets sheets) {
    this.sheets = sheets;
    this.bureaus = ids(sheets.bureaus(), Bureau::id);
    this.indicators = ids(sheets.indicators(), Indicator::id);
    this.projects = ids(sheets.projects(), Project::id);
  }

  void run() {
    once(sheets.bureaus(), "bureau_id", Bureau::id);
    once(sheets.indicators(), "indicator_id", Indicator::id);
    once(sheets.targets(), "target_id", PlanPack.Target::id);
    once(sheets.projects(), "project_id", Project::id);
    once(
        sheets.revisions(),
        "document",
        revision -> revision.target() + " " + revision.effective() + " " + revision.document());
    once(
        sheets.parts(),
        "part_indicator_id",
        part -> part.whole() + " " + part.plan() + " " + part.indicator());
    once(
        sheets.shares(),
        "assignee",
        share -> share.target() + " " + share.kind() + " " + share.assignee());
    once(sheets.links(), "project_id", link -> link.indicator() + " " + link.project());
    once(
        sheets.figures().stream().filter(figure -> figure.item().inSeries()).toList(),
        "period_end",
        (Figure figure) -> figure.indicator() + " " + figure.periodEnd());
    references();
    parents();
  }

  private void references() {
    for (Entry<Indicator> entry : sheets.indicators()) {
      bureau(entry.row(), "lead_bureau_id", entry.item().lead());
      indicator(entry.row(), "follows_indicator_id", entry.item().follows());
      if (entry.item().follows().equals(entry.item().id())) {
        entry.row().error("follows_indicator_id", new Expectation("另一项指标", "another indicator"));
      }
    }
    sheets.targets().forEach(t -> indicator(t.row(), "indicator_id", t.item().indicator()));
    for (Entry<PlanPack.Part> entry : sheets.parts()) {
      indicator(entry.row(), "indicator_id", entry.item().whole());
      if (entry.item().plan().equals(sheets.plan().id())) {
        indicator(entry.row(), "part_indicator_id", entry.item().indicator());
      }
    }
    for (Entry<Project> entry : sheets.projects()) {
      bureau(entry.row(), "lead_bureau_id", entry.item().lead());
      entry.item().supporting().forEach(id -> bureau(entry.row(), "supporting_bureau_ids", id));
      String parent = entry.item().more().getParentProjectId();
      if (!parent.isEmpty() && (!projects.contains(parent) || parent.equals(entry.item().id()))) {
        entry
            .row()
            .error(
                "parent_project_id", new Expectation("本包中的另一项目", "another project of this pack"));
      }
    }
    sheets
        .links()
        .forEach(link -> {
          indicator(link.row(), "indicator_id", link.item().indicator());
          project(link.row(), link.item().project());
        });
    sheets.points().forEach(point -> project(point.row(), point.item().project()));
    sheets.figures().forEach(f -> indicator(f.row(), "indicator_id", f.item().indicator()));
  }

  private void parents() {
    Map<String, String> parentOf = new HashMap<>();
    sheets.bureaus().forEach(b -> parentOf.putIfAbsent(b.item().id(), b.item().parent()));
    for (Entry<Bureau> entry : sheets.bureaus()) {
      bureau(entry.row(), "parent_bureau_id", entry.item().parent());
      if (circular(entry.item().id(), parentOf)) {
        entry
            .row()
            .error(
                "parent_bureau_id",
                new Expectation(
                    "不成环的上下级关系", "superiors that do not lead back to the bureau itself"));
      }
    }
  }

  private static boolean circular(String bureau, Map<String, String> parentOf) {
    Set<String> passed = new HashSet<>();
    String above = parentOf.getOrDefault(bureau, "");
    while (!above.isEmpty() && passed.add(above)) {
      if (above.equals(bureau)) {
        return true;
      }
      above = parentOf.getOrDefault(above, "");
    }
    return false;
  }

  private void bureau(Row row, String column, String id) {
    known(row, column, id, bureaus, Expectation.known("部门", "a bureau", Sheet.BUREAUS.file()));
  }

  private void indicator(Row row, String column, String id) {
    known(
        row,
        column,
        id,
        indicators,
        Expectation.known("指标", "an indicator", Sheet.INDICATORS.file()));
  }

  private void project(Row row, String id) {
    known(
        row,
        "project_id",
        id,
        projects,
        Expectation.known("项目", "a project", Sheet.PROJECTS.file()));
  }

  private static void known(
      Row row, String column, String id, Set<String> there, Expectation expectation) {
    if (!id.isEmpty() && !there.contains(id)) {
      row.error(column, expectation);
    }
  }

  private static <T> void once(List<Entry<T>> entries, String column, Function<T, String> key) {
    Map<String, Integer> firstRows = new HashMap<>();
    for (Entry<T> entry : entries) {
      String id = key.apply(entry.item());
      Integer first = firstRows.putIfAbsent(id, entry.row().number());
      if (first != null && !id.isBlank()) {
        entry.row().error(column, Expectation.unique(first));
      }
    }
  }

  private static <T> Set<String> ids(List<Entry<T>> entries, Function<T, String> id) {
    Set<String> ids = new HashSet<>();
    entries.forEach(entry -> ids.add(id.apply(entry.item())));
    return ids;
  }
}
