package io.waymark.registry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What someone said about the phase on a day: a report that names one, or a move by command.
 *
 * @param reportId empty for a move by command
 */
record PhaseWord(
    String id,
    Phase phase,
    LocalDate date,
    String reason,
    String approval,
    String reportId,
    String correctsMoveId,
    Actor actor,
    Instant recordedAt) {

  /** By the day that they speak of; of two of one day the later recorded one is the later. */
  private static final Comparator<PhaseWord> ORDER =
      Comparator.comparing(PhaseWord::date).thenComparingLong(PhaseWord::order);

  static List<PhaseWord> of(List<ProgressReport> reports, List<PhaseMove> moves) {
    List<PhaseWord> words = new ArrayList<>();
    reports.stream()
        .filter(report -> report.phase() != Phase.UNSPECIFIED)
        .forEach(report -> words.add(of(report)));
    moves.forEach(move -> words.add(of(move)));
    words.sort(ORDER);
    return words;
  }

  static PhaseWord of(ProgressReport report) {
    return new PhaseWord(
        report.reportId(),
        report.phase(),
        report.asOf(),
        "",
        "",
        report.reportId(),
        "",
        report.actor(),
        report.recordedAt());
  }

  static PhaseWord of(PhaseMove move) {
    return new PhaseWord(
        move.moveId(),
        move.phase(),
        move.date(),
        move.reason(),
        move.approval(),
        "",
        move.correctsMoveId(),
        move.actor(),
        move.recordedAt());
  }

  boolean byCommand() {
    return reportId.isEmpty();
  }

  private long order() {
    return RecordIds.order(id);
  }
}
