package io.waymark.cli.pack;

import io.waymark.proto.registry.v1.Phase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was decided of projects since the plan was stated, and until when reports are due. */
public record Decisions(
    List<Schedule> schedules, List<Move> moves, List<Stop> stops, List<Rule> rules) {

  /** True if there is none. */
  public boolean isEmpty() {
    return schedules.isEmpty() && moves.isEmpty() && stops.isEmpty() && rules.isEmpty();
  }

  /** A schedule by document; a date that is not stated is as before. */
  public record Schedule(
      String project,
      LocalDate effective,
      Optional<LocalDate> start,
      Optional<LocalDate> finish,
      String document,
      String approver,
      String reason) {
    /** What its points name. */
    String id() {
      return effective + " " + document;
    }
  }

  /** A project's step to another phase. */
  public record Move(String project, LocalDate date, Phase phase, String reason, String approval) {}

  /** An approved stop; it ends by the approval itself, or by one of its own. */
  public record Stop(
      String project,
      LocalDate from,
      Optional<LocalDate> until,
      Optional<LocalDate> plannedUntil,
      String reason,
      String approval,
      String resumption) {}

  /**
   * Until when reports are due.
   *
   * @param ofProjects reports of projects; otherwise figures of indicators
   * @param subject empty for the whole plan
   */
  public record Rule(
      boolean ofProjects,
      String subject,
      String frequency,
      int monthsAfter,
      int day,
      int graceDays,
      LocalDate effective) {}
}
