package io.waymark.cli.pack;

import io.waymark.cli.pack.PlanPack.Bureau;
import io.waymark.cli.pack.PlanPack.Figure;
import io.waymark.cli.pack.PlanPack.Indicator;
import io.waymark.cli.pack.PlanPack.Link;
import io.waymark.cli.pack.PlanPack.Part;
import io.waymark.cli.pack.PlanPack.Plan;
import io.waymark.cli.pack.PlanPack.Point;
import io.waymark.cli.pack.PlanPack.Project;
import io.waymark.cli.pack.PlanPack.Revision;
import io.waymark.cli.pack.PlanPack.Share;
import io.waymark.cli.pack.PlanPack.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A pack as read, each item still tied to its row. */
record Sheets(
    Plan plan,
    List<Entry<Bureau>> bureaus,
    List<Entry<Indicator>> indicators,
    List<Entry<Target>> targets,
    List<Entry<Revision>> revisions,
    List<Entry<Part>> parts,
    List<Entry<Share>> shares,
    List<Entry<Project>> projects,
    List<Entry<Link>> links,
    List<Entry<Point>> points,
    List<Entry<Figure>> figures,
    Decided decided,
    PackCells cells) {

  /** Decisions, each still tied to its row. */
  record Decided(
      List<Entry<Decisions.Schedule>> schedules,
      List<Entry<Decisions.Move>> moves,
      List<Entry<Decisions.Stop>> stops,
      List<Entry<Decisions.Rule>> rules) {

    Decisions items() {
      return new Decisions(
          Sheets.items(schedules), Sheets.items(moves), Sheets.items(stops), Sheets.items(rules));
    }
  }

  PlanPack pack() {
    return new PlanPack(
        plan,
        items(bureaus),
        items(indicators),
        items(targets),
        items(revisions),
        items(parts),
        items(shares),
        items(projects),
        items(links),
        items(points),
        items(figures),
        decided.items(),
        cells);
  }

  /** True if both dates are known and the second is not after the first. */
  static boolean reversed(Optional<LocalDate> first, Optional<LocalDate> second) {
    return first.isPresent() && second.isPresent() && !second.get().isAfter(first.get());
  }

  private static <T> List<T> items(List<Entry<T>> entries) {
    return entries.stream().map(Entry::item).toList();
  }
}
