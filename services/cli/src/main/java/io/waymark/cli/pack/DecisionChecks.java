package io.waymark.cli.pack;

import io.waymark.cli.pack.Decisions.Rule;
import io.waymark.cli.pack.Decisions.Schedule;
import io.waymark.cli.pack.Decisions.Stop;
import io.waymark.cli.pack.PlanPack.Point;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Decisions must speak of what is there, each once, and their dates must be in order. */
final class DecisionChecks {
  private final Sheets sheets;
  private final Sheets.Decided decided;
  private final Set<String> projects = new HashSet<>();
  private final Set<String> indicators = new HashSet<>();

  DecisionChecks(Sheets sheets) {
    this.sheets = sheets;
    this.decided = sheets.decided();
    sheets.projects().forEach(entry -> projects.add(entry.item().id()));
    sheets.indicators().forEach(entry -> indicators.add(entry.item().id()));
  }

  void run() {
    once(decided.schedules(), "document", one -> one.project() + " " + one.id());
    once(decided.moves(), "phase", one -> one.project() + " " + one.date() + " " + one.phase());
    once(decided.stops(), "from", one -> one.project() + " " + one.from());
    once(decided.rules(), "effective", DecisionChecks::key);
    decided.schedules().forEach(entry -> project(entry.row(), entry.item().project()));
    decided.moves().forEach(entry -> project(entry.row(), entry.item().project()));
    decided.stops().forEach(entry -> project(entry.row(), entry.item().project()));
    decided.schedules().forEach(entry -> dates(entry.row(), entry.item()));
    decided.stops().forEach(entry -> dates(entry.row(), entry.item()));
    decided.rules().forEach(entry -> subject(entry.row(), entry.item()));
    points();
  }

  private static String key(Rule rule) {
    return String.join(
        " ",
        Boolean.toString(rule.ofProjects()),
        rule.subject(),
        rule.frequency(),
        rule.effective().toString());
  }

  private static void dates(Row row, Schedule schedule) {
    if (Sheets.reversed(schedule.start(), schedule.finish())) {
      String start = row.text("planned_start");
      row.error(
          "planned_finish",
          new Expectation(
              "晚于 planned_start（" + start + "）", "a day after planned_start (" + start + ")"));
    }
  }

  private static void dates(Row row, Stop stop) {
    if (stop.until().isPresent() && !stop.until().get().isAfter(stop.from())) {
      row.error(
          "until",
          new Expectation(
              "晚于 from（" + stop.from() + "）", "a day after from (" + stop.from() + ")"));
    }
    boolean endIsStated = stop.until().isPresent() && stop.resumption().isEmpty();
    if (endIsStated && stop.plannedUntil().isPresent()) {
      row.error("planned_until", Expectation.empty("批文已写明 until", "the approval states until"));
    }
    if (stop.until().isEmpty() && !stop.resumption().isEmpty()) {
      row.error("until", new Expectation("复工日", "the day of the resumption"));
    }
  }

  private void subject(Row row, Rule rule) {
    if (rule.subject().isEmpty()) {
      return;
    }
    boolean known = (rule.ofProjects() ? projects : indicators).contains(rule.subject());
    if (!known) {
      row.error(
          "subject_id",
          rule.ofProjects()
              ? Expectation.known("项目", "a project", Sheet.PROJECTS.file())
              : Expectation.known("指标", "an indicator", Sheet.INDICATORS.file()));
    }
  }

  /** A point that names a document belongs to a schedule of this pack. */
  private void points() {
    Set<String> known = new HashSet<>();
    decided
        .schedules()
        .forEach(entry -> known.add(entry.item().project() + " " + entry.item().id()));
    for (Entry<Point> entry : sheets.points()) {
      Point point = entry.item();
      if (!point.revision().isEmpty()
          && !known.contains(point.project() + " " + point.revision())) {
        entry
            .row()
            .error(
                "document",
                Expectation.known("工期调整", "a schedule", Sheet.SCHEDULE_REVISIONS.file()));
      }
    }
  }

  private void project(Row row, String id) {
    if (!projects.contains(id)) {
      row.error("project_id", Expectation.known("项目", "a project", Sheet.PROJECTS.file()));
    }
  }

  private static <T> void once(
      java.util.List<Entry<T>> entries, String column, Function<T, String> key) {
    Map<String, Integer> firstRows = new HashMap<>();
    for (Entry<T> entry : entries) {
      Integer first = firstRows.putIfAbsent(key.apply(entry.item()), entry.row().number());
      if (first != null) {
        entry.row().error(column, Expectation.unique(first));
      }
    }
  }
}
