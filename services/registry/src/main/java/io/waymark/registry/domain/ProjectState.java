package io.waymark.registry.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A project with everything that counts about its progress now.
 *
 * @param version grows by one with each event
 * @param reports reports in force (corrected ones left out) by as-of date; of two with the same
 *     date the later recorded one comes later, and it is the one that counts
 * @param suspensions oldest first; they never overlap
 * @param moves moves to other phases by command in force, in the order of recording
 * @param revisions schedules approved by a document, in the order of recording
 */
public record ProjectState(
    ProjectDefinition definition,
    long version,
    List<ProgressReport> reports,
    List<Suspension> suspensions,
    List<PhaseMove> moves,
    List<ScheduleVersion> revisions) {

  public ProjectState {
    reports = List.copyOf(reports);
    suspensions = List.copyOf(suspensions);
    moves = List.copyOf(moves);
    revisions = List.copyOf(revisions);
  }

  /** A project that nobody moved by command and whose schedule is the plan's. */
  public ProjectState(
      ProjectDefinition definition,
      long version,
      List<ProgressReport> reports,
      List<Suspension> suspensions) {
    this(definition, version, reports, suspensions, List.of(), List.of());
  }

  /** The phase by the last report or move that names one, else the phase at registration. */
  public Phase phase() {
    return PhaseTimeline.of(this).last();
  }

  /**
   * The schedule that holds on a day: of the approved ones that are effective the one that became
   * so last, of two of one day the one recorded last; else the plan's.
   */
  public Schedule scheduleOn(LocalDate day) {
    return revisionOn(day).map(ScheduleVersion::schedule).orElse(definition.planned());
  }

  Optional<ScheduleVersion> revisionOn(LocalDate day) {
    return revisions.stream()
        .filter(revision -> revision.isEffectiveOn(day))
        .sorted(Comparator.comparing(revision -> revision.effective().orElse(LocalDate.MIN)))
        .reduce((first, second) -> second);
  }

  boolean hasInForce(String reportId) {
    return reports.stream().anyMatch(report -> report.reportId().equals(reportId));
  }

  boolean hasMove(String moveId) {
    return moves.stream().anyMatch(move -> move.moveId().equals(moveId));
  }

  /** Whether the clock stands and nobody has said until when. */
  boolean isSuspended() {
    return !suspensions.isEmpty() && suspensions.getLast().until().isEmpty();
  }

  ProjectState defined(ProjectDefinition newDefinition) {
    return new ProjectState(newDefinition, version + 1, reports, suspensions, moves, revisions);
  }

  /** Keeps the order by as-of date; of two with one date the later recorded one is the later. */
  ProjectState with(ProgressReport report) {
    List<ProgressReport> all = new ArrayList<>(reports);
    if (!report.correctsReportId().isEmpty()) {
      all.removeIf(old -> old.reportId().equals(report.correctsReportId()));
    }
    int at = all.size();
    while (at > 0 && all.get(at - 1).asOf().isAfter(report.asOf())) {
      at--;
    }
    all.add(at, report);
    return new ProjectState(definition, version + 1, all, suspensions, moves, revisions);
  }

  ProjectState with(Suspension stop) {
    List<Suspension> all = new ArrayList<>(suspensions);
    all.add(stop);
    all.sort(Comparator.comparing(Suspension::from));
    return new ProjectState(definition, version + 1, reports, all, moves, revisions);
  }

  ProjectState resumed(ProjectEvent.Resumed resumed) {
    List<Suspension> all = new ArrayList<>(suspensions);
    all.add(all.removeLast().ended(resumed.from(), resumed.approval()));
    return new ProjectState(definition, version + 1, reports, all, moves, revisions);
  }

  ProjectState with(PhaseMove move) {
    List<PhaseMove> all = new ArrayList<>(moves);
    all.removeIf(old -> old.moveId().equals(move.correctsMoveId()));
    all.add(move);
    return new ProjectState(definition, version + 1, reports, suspensions, all, revisions);
  }

  ProjectState with(ScheduleVersion revision) {
    List<ScheduleVersion> all = new ArrayList<>(revisions);
    all.add(revision);
    return new ProjectState(definition, version + 1, reports, suspensions, moves, all);
  }
}
