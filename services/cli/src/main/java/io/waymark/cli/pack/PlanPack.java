package io.waymark.cli.pack;

import io.waymark.proto.indicator.v1.Comparator;
import io.waymark.proto.indicator.v1.Direction;
import io.waymark.proto.indicator.v1.Exactness;
import io.waymark.proto.indicator.v1.Measure;
import io.waymark.proto.indicator.v1.RollUpMethod;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.indicator.v1.Trajectory;
import io.waymark.proto.registry.v1.ContributionMode;
import io.waymark.proto.registry.v1.Phase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan with its bureaus, indicators, targets, projects and published figures, as a pack states
 * them. Every item names its assumed columns: what no document states but a written rule of the
 * pack supplies.
 */
public record PlanPack(
    Plan plan,
    List<Bureau> bureaus,
    List<Indicator> indicators,
    List<Target> targets,
    List<Revision> revisions,
    List<Part> parts,
    List<Share> shares,
    List<Project> projects,
    List<Link> links,
    List<Point> points,
    List<Figure> figures,
    Decisions decisions,
    PackCells cells) {

  /**
   * Reads and checks a folder of CSV or a workbook; every fault is named, none stops the reading.
   */
  public static PackReading read(Path path) {
    return new PackReader(path).read();
  }

  /** The links that carry an amount: what a project adds to an indicator. */
  public List<Link> contributions() {
    return links.stream().filter(link -> link.amount().isPresent()).toList();
  }

  /** The targets; rows that say that a table has none ("/") are left out. */
  @Override
  public List<Target> targets() {
    return targets.stream().filter(target -> !target.none()).toList();
  }

  /** The figures that belong to a series; the others are background. */
  public List<Figure> series() {
    return figures.stream().filter(Figure::inSeries).toList();
  }

  /** A text in both languages. */
  public record Text(String zh, String en) {}

  /** Where the plan says so: section, line counted from 1 (0: unknown), exact words. */
  public record Source(String section, int line, String quote) {}

  /** The plan itself. */
  public record Plan(
      String id,
      Text name,
      LocalDate start,
      LocalDate end,
      String rulebook,
      String parent,
      String source,
      Set<String> assumed) {}

  /**
   * An office; {@code more} holds what only the registry reads. What is empty stays as it is there,
   * except for the fields that are {@code cleared}.
   */
  public record Bureau(
      String id,
      Text name,
      String parent,
      List<String> emails,
      String language,
      io.waymark.proto.registry.v1.Bureau more,
      List<String> cleared,
      Set<String> assumed) {}

  /**
   * A measured quantity; {@code follows} is empty if it follows no other; {@code yearToDate} where
   * its figures are summed up within the year; indicators of one {@code referenceClass} are the
   * same quantity in comparable places, empty for none.
   */
  public record Indicator(
      String id,
      Text name,
      String category,
      Text unit,
      Measure measure,
      Direction direction,
      String frequency,
      String lead,
      String follows,
      boolean yearToDate,
      String referenceClass,
      Source source,
      Set<String> assumed) {}

  /**
   * A value to reach; no {@code value} means that the superior has not set it yet; {@code official}
   * as the plan's table writes it; it may be a step towards a target of another plan.
   */
  public record Target(
      String id,
      String indicator,
      Optional<BigDecimal> value,
      Optional<BigDecimal> valueMax,
      Comparator comparator,
      LocalDate due,
      Optional<BigDecimal> base,
      Optional<LocalDate> baseDate,
      boolean binding,
      Trajectory trajectory,
      String official,
      String servesPlan,
      String servesTarget,
      Set<String> assumed) {

    /** True if the table has no target for the indicator: it is watched and not judged. */
    public boolean none() {
      return !official.isEmpty() && OfficialText.read(official, "") instanceof OfficialText.None;
    }
  }

  /** A target as an approved document made it; in force from {@code effective} on. */
  public record Revision(
      String target,
      LocalDate effective,
      Optional<BigDecimal> value,
      Optional<BigDecimal> valueMax,
      Comparator comparator,
      LocalDate due,
      String document,
      String approver,
      String reason) {}

  /** An indicator that is part of another; the name is empty where its plan's serves. */
  public record Part(
      String whole,
      RollUpMethod method,
      String plan,
      String indicator,
      Optional<BigDecimal> weight,
      Text name) {}

  /** What one of a target's assignees is to bring; {@code none} where it has none on purpose. */
  public record Share(
      String target,
      ShareKind kind,
      ShareMethod method,
      String assignee,
      Optional<BigDecimal> value,
      boolean none,
      Optional<BigDecimal> weight,
      Optional<BigDecimal> tolerance,
      String childPlan,
      String childTarget) {}

  /** A major project; {@code more} holds what only the registry reads. */
  public record Project(
      String id,
      Text name,
      String category,
      Phase phase,
      String lead,
      List<String> supporting,
      Optional<LocalDate> start,
      Optional<LocalDate> finish,
      String frequency,
      io.waymark.proto.registry.v1.Project more,
      Source source,
      Set<String> assumed) {}

  /** A project serves an indicator; without an amount the link is known but not computed. */
  public record Link(
      String indicator,
      String project,
      Optional<BigDecimal> amount,
      ContributionMode mode,
      Set<String> assumed) {}

  /**
   * A point of a project's own schedule, or of one by document; the milestone's texts are empty for
   * a mere point.
   */
  public record Point(
      String project,
      String revision,
      LocalDate date,
      BigDecimal percent,
      Text milestone,
      Set<String> assumed) {}

  /** The points of a project's own schedule. */
  public List<Point> ownPoints() {
    return points.stream().filter(point -> point.revision().isEmpty()).toList();
  }

  /** A published (or assumed) figure of an indicator. */
  public record Figure(
      String indicator,
      LocalDate periodEnd,
      BigDecimal value,
      Exactness exactness,
      boolean inSeries,
      Source source,
      Set<String> assumed) {}
}
